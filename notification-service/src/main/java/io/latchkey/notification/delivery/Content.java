package io.latchkey.notification.delivery;

import io.latchkey.messaging.decision.WakingHours;
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

    /**
     * The account's methods are to be confirmed.
     *
     * @param number of the reminder, from 1
     * @param order of the event that it follows from
     * @param waking when the person may be disturbed; null: at any hour
     */
    record ReconfirmReminder(
            Instant dueAt,
            int number,
            EventOrder order,
            @Nullable WakingHours waking) implements Content {
        @Override
        public Purpose purpose() {
            return Purpose.REMINDER;
        }
    }

    /**
     * A person asks the administrators for help.
     *
     * @param page that the person was shown
     * @param why the person cannot reset a password
     * @param displayName the person's, sealed and bound to the event; null where it is not known
     * @param askedAt the time that the message carries
     */
    record HelpWanted(Page page, Why why, @Nullable SealedText displayName, Instant askedAt) implements Content {
        @Override
        public Purpose purpose() {
            return Purpose.ADMINISTRATOR;
        }

        @Override
        public HelpWanted withoutSeals() {
            return new HelpWanted(page, why, null, askedAt);
        }
    }

    /** The pages shown to people who cannot reset a password. */
    enum Page {
        CONTACT_ADMINISTRATOR,
        NOT_ENABLED,
        COULD_NOT_VERIFY,
        /** None of them, or one that this version does not know. */
        OTHER
    }

    /** The cases that they are shown for. */
    enum Why {
        PASSWORD_ON_PREMISES,
        PASSWORD_FEDERATED,
        ACCOUNT_DISABLED,
        POLICY_NONE,
        NOT_IN_SELECTED_GROUP,
        NOT_REGISTERED,
        TOO_FEW_METHODS,
        LOCKED,
        METHODS_OUT_OF_REACH,
        OTHER
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
