package io.latchkey.notification.provider;

import java.util.UUID;

/** A message in the clear, on its way to a provider and never kept. */
public sealed interface Letter {

    /** Equal for every send of the same notification: the idempotency key. */
    UUID notificationId();

    /**
     * A text message of one segment.
     *
     * @param to E.164
     */
    record Sms(UUID notificationId, String to, String text) implements Letter {

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "Sms[" + notificationId + "]";
        }
    }

    /** A mail that says the same twice. */
    record Mail(UUID notificationId, String to, String subject, String plain, String html) implements Letter {

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "Mail[" + notificationId + "]";
        }
    }
}
