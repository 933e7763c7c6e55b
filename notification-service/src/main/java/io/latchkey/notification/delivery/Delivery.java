package io.latchkey.notification.delivery;

import io.latchkey.notification.delivery.Notification.Accepted;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Expired;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Rejected;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Notification.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one notification. Each function gives the next state, which is the current one itself where nothing
 * changes. {@code now} is the worker's clock.
 *
 * @param backoff between calls that failed
 */
public record Delivery(Backoff backoff) {

    /** One answer may be lost and the message sent again; a second loss ends it. */
    private static final int LOSSES_ALLOWED = 1;

    /**
     * The message has come, for the first time or again.
     *
     * @param epoch of a notification that begins with this message
     */
    public Notification arrive(@Nullable Notification current, Message message, Instant epoch, Instant now, Slot slot) {
        return switch (current) {
            case null -> place(new Queued(message, Progress.none(epoch), now), now, slot);
            case Forestalled early -> forestalled(early, message, now);
            case Known repeated -> repeated;
        };
    }

    /**
     * The message has become pointless: its code was proven or superseded. It may not even have come yet.
     *
     * @param epoch of a notification that begins with this cancellation
     */
    public Notification cancel(@Nullable Notification current, UUID id, Cause cause, Instant epoch, Instant now) {
        return switch (current) {
            case null -> new Forestalled(id, epoch, cause);
            case Queued queued -> cancelled(queued.message(), queued.progress(), now, cause);
            case Started started
            when started.cancelled() == null ->
                new Started(started.message(), started.progress(), started.lease(), cause);
            case Started started -> started;
            case Forestalled early -> early;
            case Finished finished -> finished;
        };
    }

    /** What became known of the account may have made a message of it pointless. */
    public Notification withdraw(Notification current, Remembered known, Instant now) {
        return switch (current) {
            case Forestalled early -> early;
            case Known one -> {
                var cause = known.against(one.message());
                yield cause == null
                        ? one
                        : cancel(one, one.id(), cause, one.progress().epoch(), now);
            }
        };
    }

    /** A worker looks at a notification for which something is due. */
    public Notification claim(Notification current, Instant now, Slot slot) {
        return switch (current) {
            case Queued queued when queued.dueAt().isAfter(now) -> queued;
            case Queued queued -> place(queued, now, slot);
            case Started started when started.lease().expired(now) -> leaseRanOut(started, now, slot);
            case Started started -> started;
            case Forestalled early -> early;
            case Finished finished -> finished;
        };
    }

    /**
     * An attempt has ended. An answer to an attempt that was given up meanwhile changes nothing: it was counted as lost.
     *
     * @param asked the state under which the call was made
     */
    public Notification answer(Notification current, Started asked, Answer answer, Instant now) {
        return current instanceof Started started && sameAttempt(started, asked)
                ? answered(started, answer, now)
                : current;
    }

    private Notification answered(Started started, Answer answer, Instant now) {
        var message = started.message();
        var progress = started.progress();
        return switch (answer) {
            case Answer.Accepted _ -> new Accepted(message, progress, now);
            case Answer.Refused refused -> new Rejected(message, progress, now, refused.reason());
            case Answer.Unsendable unsendable -> unsendable(message, progress.uncalled(), now, unsendable.reason());
            case Answer.RetryAfter retry ->
                again(started, progress, now, retry.atLeast().plus(pause(started)));
            case Answer.Pointless pointless -> cancelled(message, progress.uncalled(), now, pointless.cause());
            case Answer.NotCalled _ -> again(started, progress.uncalled(), now, Duration.ZERO);
            case Answer.Lost _ -> again(started, progress.lostAnswer(), now, pause(started));
        };
    }

    private static Notification place(Queued queued, Instant now, Slot slot) {
        var message = queued.message();
        if (message.expired(now)) {
            return expired(message, queued.progress(), now);
        }
        var earliest = message.earliest(now);
        if (earliest.isAfter(now)) {
            return new Queued(message, queued.progress(), earliest);
        }
        return switch (slot) {
            case Slot.Free free -> new Started(message, queued.progress().called(free.provider()), free.lease(), null);
            case Slot.Busy _ -> queued;
            case Slot.NoProvider _ -> unsendable(message, queued.progress(), now, Reason.NO_PROVIDER);
        };
    }

    private Notification leaseRanOut(Started started, Instant now, Slot slot) {
        var next = again(started, started.progress().lostAnswer(), now, Duration.ZERO);
        return next instanceof Queued queued ? place(queued, now, slot) : next;
    }

    private static Notification again(Started started, Progress progress, Instant now, Duration pause) {
        var message = started.message();
        var dueAt = now.plus(pause);
        if (progress.lost() > LOSSES_ALLOWED) {
            return new Unknown(message, progress, now);
        }
        if (started.cancelled() != null) {
            return cancelled(message, progress, now, started.cancelled());
        }
        return message.expired(dueAt) ? expired(message, progress, now) : new Queued(message, progress, dueAt);
    }

    private static Finished forestalled(Forestalled early, Message message, Instant now) {
        return new Cancelled(message, Progress.none(early.epoch()), now, early.cause());
    }

    private static Finished cancelled(Message message, Progress progress, Instant now, Cause cause) {
        return unsent(progress, new Cancelled(message, progress, now, cause));
    }

    private static Finished expired(Message message, Progress progress, Instant now) {
        return unsent(progress, new Expired(message, progress, now));
    }

    private static Finished unsendable(Message message, Progress progress, Instant now, Reason reason) {
        return unsent(progress, new Rejected(message, progress, now, reason));
    }

    /** Nobody may claim that a message was not sent when an answer was lost. */
    private static Finished unsent(Progress progress, Finished end) {
        return progress.lost() > 0 ? new Unknown(end.message(), progress, end.finishedAt()) : end;
    }

    private Duration pause(Started started) {
        return backoff.pause(started.message().id(), started.progress().calls());
    }

    private static boolean sameAttempt(Started one, Started other) {
        return one.lease().equals(other.lease()) && one.progress().equals(other.progress());
    }
}
