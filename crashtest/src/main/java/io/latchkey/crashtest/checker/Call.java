package io.latchkey.crashtest.checker;

import java.time.Instant;

/**
 * What the provider was asked, by its own ledger.
 *
 * @param notification the idempotency key
 * @param message digest of number and text
 */
public record Call(String notification, Instant arrivedAt, Answer answer, String message) {

    public enum Answer {
        ACCEPTED,
        /** Never to be taken. */
        REFUSED,
        /** Not taken, and may come again. */
        LATER,
        /** Taken, and answered only when nobody listened any more. */
        SLOW,
        /** Taken, and the connection broken instead of an answer. */
        CUT;

        boolean definitelyRefused() {
            return this == REFUSED || this == LATER;
        }

        boolean definite() {
            return definitelyRefused() || this == ACCEPTED;
        }
    }
}
