package io.latchkey.notification.provider;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /**
     * A call in which a text is spoken.
     *
     * @param to E.164
     * @param extension digits to dial once the call is answered
     * @param language BCP 47 tag of the text
     */
    record Call(UUID notificationId, String to, @Nullable String extension, String language, String text)
            implements Letter {

        private static final Pattern WITH_EXTENSION = Pattern.compile("(.+);ext=([0-9]+)");

        /** @param destination as in RFC 3966, without the scheme: {@code +14255550100;ext=123} */
        public static Call to(UUID notificationId, String destination, String language, String text) {
            var parts = WITH_EXTENSION.matcher(destination);
            return parts.matches()
                    ? new Call(notificationId, parts.group(1), parts.group(2), language, text)
                    : new Call(notificationId, destination, null, language, text);
        }

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "Call[" + notificationId + "]";
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
