package io.latchkey.notification.delivery;

import java.time.Instant;

/** What a message says. */
public sealed interface Content {

    Purpose purpose();

    /**
     * A code to prove a method with.
     *
     * @param digits the code, sealed and bound to the notification's id
     * @param number the running number that tells two messages apart
     * @param requestedAt the time that the message carries; fixed, so that a message sent again is the same message
     */
    record Code(SealedText digits, int number, Instant requestedAt) implements Content {
        @Override
        public Purpose purpose() {
            return Purpose.CODE;
        }
    }

    /**
     * A method was added, or took the place of another.
     *
     * @param mask what may be shown of it
     */
    record MethodChanged(Kind kind, String mask, boolean replaced) implements Content {
        @Override
        public Purpose purpose() {
            return Purpose.NOTICE;
        }
    }

    /** The account's methods are to be confirmed. */
    record ReconfirmReminder(Instant dueAt) implements Content {
        @Override
        public Purpose purpose() {
            return Purpose.REMINDER;
        }
    }

    /** What was added or changed, as far as a notice tells it. */
    enum Kind {
        PHONE,
        EMAIL,
        OTHER
    }
}
