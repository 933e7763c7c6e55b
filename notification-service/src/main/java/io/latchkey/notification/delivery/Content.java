package io.latchkey.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message says. */
public sealed interface Content {

    Purpose purpose();

    /** The same without what is personal. */
    default Content withoutSeals() {
        return this;
    }

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

        @Override
        public Code withoutSeals() {
            return new Code(SealedText.NONE, number, requestedAt);
        }
    }

    /**
     * Something has changed that the person must know of, in case it was somebody else.
     *
     * @param mask what may be shown of the method concerned; null where nothing is known of it
     * @param here whether the message goes to the very destination that is no longer one
     */
    record Notice(Change change, Kind kind, @Nullable String mask, Actor by, boolean here) implements Content {
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

    /** What happened. */
    enum Change {
        ADDED,
        /** A method took the place of another. */
        REPLACED,
        /** A method was put down for the person to confirm or correct. */
        PREPOPULATED,
        REMOVED,
        /** No method counts before it is proven again. */
        REREGISTRATION,
        /** All that was known of the account is unreadable. */
        ERASED
    }

    /** What kind of method it happened to, as far as a notice tells it. */
    enum Kind {
        PHONE,
        EMAIL,
        QUESTIONS,
        OTHER
    }

    /** Who did it. */
    enum Actor {
        PERSON,
        ADMINISTRATOR,
        OTHER
    }
}
