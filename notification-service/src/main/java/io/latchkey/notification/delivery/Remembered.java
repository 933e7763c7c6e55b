package io.latchkey.notification.delivery;

import io.latchkey.messaging.decision.AggregateKey;
import org.jspecify.annotations.Nullable;

/** What is known of an account that makes messages pointless, whether they have come already or not. */
public record Remembered(
        AggregateKey account,
        @Nullable Erasure erasure,
        @Nullable Renewal renewal) {

    /** The later ones count, in whatever order they are learned. */
    public Remembered and(Remembered other) {
        return new Remembered(account, later(erasure, other.erasure), later(renewal, other.renewal));
    }

    /** What makes a message of the account pointless, if anything does. */
    public @Nullable Cause against(Message message) {
        if (erasure != null && erasure.covers(message)) {
            return erasure.cause();
        }
        return renewal != null && renewal.answers(message) ? renewal.cause() : null;
    }

    private static <T extends Comparable<T>> @Nullable T later(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
