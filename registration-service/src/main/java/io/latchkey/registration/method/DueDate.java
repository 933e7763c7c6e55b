package io.latchkey.registration.method;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an account's methods are to be confirmed.
 *
 * @param since the proof or confirmation that it was counted from
 * @param after the policy's time that it was counted with
 * @param reminders how often the person was told that it has come: 0 before it was announced, then 1 to 3
 * @param next when the person is to be told next; null once all was told
 */
public record DueDate(
        Instant at,
        Instant since,
        Duration after,
        int reminders,
        @Nullable Instant next) {

    static final int MAX_REMINDERS = 3;

    static DueDate unannounced(Instant at, Instant since, Duration after) {
        return new DueDate(at, since, after, 0, at);
    }

    public boolean announced() {
        return reminders > 0;
    }

    boolean countedFrom(Instant otherSince, Duration otherAfter) {
        return since.equals(otherSince) && after.equals(otherAfter);
    }

    /** When something that happened at this log time counts as done: an answer is never older than the question. */
    Instant answeredAt(Instant logTime) {
        return announced() && at.isAfter(logTime) ? at : logTime;
    }

    boolean toBeToldBy(Instant asOf) {
        return next != null && !asOf.isBefore(next);
    }

    DueDate later(Instant then) {
        return new DueDate(at, since, after, reminders, then);
    }

    DueDate told(@Nullable Instant then) {
        return new DueDate(at, since, after, reminders + 1, then);
    }
}
