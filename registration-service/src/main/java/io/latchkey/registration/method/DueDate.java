package io.latchkey.registration.method;

import java.time.Instant;

/**
 * When an account's methods are to be confirmed.
 *
 * @param announced whether the person was told that it has come
 */
public record DueDate(Instant at, boolean announced) {

    boolean reachedBy(Instant asOf) {
        return !announced && !asOf.isBefore(at);
    }

    /** When something that happened at this log time counts as done: an answer is never older than the question. */
    Instant answeredAt(Instant logTime) {
        return announced && at.isAfter(logTime) ? at : logTime;
    }
}
