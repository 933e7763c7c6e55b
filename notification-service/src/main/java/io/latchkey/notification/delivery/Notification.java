package io.latchkey.notification.delivery;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification in one of its states. */
public sealed interface Notification {

    UUID id();

    /**
     * A cancellation that came before its message. Kept so that the message, when it comes, is not sent; tells nobody
     * anything by itself.
     *
     * @param epoch the log time of the notification's first record, which is this cancellation
     */
    record Forestalled(UUID id, Instant epoch, Cause cause) implements Notification {}

    /** A notification whose message is known. */
    sealed interface Known extends Notification {

        Message message();

        Progress progress();

        @Override
        default UUID id() {
            return message().id();
        }
    }

    /** Waits for a place, and not before {@code dueAt}. */
    record Queued(Message message, Progress progress, Instant dueAt) implements Known {}

    /**
     * The holder of the lease calls the provider, is about to, or has died.
     *
     * @param cancelled what made the message pointless meanwhile; the call under way cannot be taken back, but no other
     *     is made, and nothing sealed is kept for one
     */
    record Started(
            Message message,
            Progress progress,
            Lease lease,
            @Nullable Cause cancelled) implements Known {

        public Started {
            message = cancelled == null ? message : message.withoutSeals();
        }
    }

    /** Nothing more will be sent, and nothing sealed is kept. Each has exactly one event. */
    sealed interface Finished extends Known {

        Instant finishedAt();

        /** What the end follows from. */
        default Cause cause() {
            return message().cause();
        }

        /** Position of the event that tells this end, among the notification's events. */
        default long sequence() {
            return 1;
        }

        /** The same however often the end is told. */
        default UUID eventId() {
            return NameUuid.of(id(), Long.toString(sequence()));
        }
    }

    record Accepted(Message message, Progress progress, Instant finishedAt) implements Finished {

        public Accepted {
            message = message.withoutSeals();
        }
    }

    record Rejected(Message message, Progress progress, Instant finishedAt, Reason reason) implements Finished {

        public Rejected {
            message = message.withoutSeals();
        }
    }

    /** May or may not have gone out, and is not tried again. */
    record Unknown(Message message, Progress progress, Instant finishedAt) implements Finished {

        public Unknown {
            message = message.withoutSeals();
        }
    }

    record Expired(Message message, Progress progress, Instant finishedAt) implements Finished {

        public Expired {
            message = message.withoutSeals();
        }
    }

    /** Had become pointless before it was sent. */
    record Cancelled(Message message, Progress progress, Instant finishedAt, Cause cause) implements Finished {

        public Cancelled {
            message = message.withoutSeals();
        }
    }

    /**
     * Names one reminder of one due date, whichever event it follows from: registration tells a date once, and may tell it
     * again after its database was restored.
     */
    static UUID reminderId(AggregateKey account, Instant dueAt, int number, UUID methodTold) {
        return NameUuid.of(
                NameUuid.REMINDERS, account.value() + "/" + dueAt.toEpochMilli() + "/" + number + "/" + methodTold);
    }

    /** Names what an event lets one method's holder know, so that a repeated event makes no second notification. */
    static UUID idFor(UUID eventId, UUID methodTold) {
        return NameUuid.of(eventId, methodTold.toString());
    }
}
