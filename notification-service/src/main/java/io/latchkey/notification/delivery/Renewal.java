package io.latchkey.notification.delivery;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The account's methods were proven, confirmed or changed.
 *
 * @param order of the event that says so
 * @param dueAt when they are to be confirmed next; null: never
 */
public record Renewal(EventOrder order, @Nullable Instant dueAt, Cause cause) implements Comparable<Renewal> {

    /** A repeat of the event has a later log time, which does not count. */
    private static final Comparator<Renewal> BY_ORDER = Comparator.comparing(Renewal::order)
            .thenComparing(one -> one.cause().at(), Comparator.reverseOrder());

    /**
     * Whether a reminder has become pointless. One that follows from a later event never has: a policy may have brought
     * dates forward meanwhile.
     */
    boolean answers(Message message) {
        return message.content() instanceof Content.ReconfirmReminder reminder
                && reminder.order().compareTo(order) < 0
                && (dueAt == null || dueAt.isAfter(reminder.dueAt()));
    }

    @Override
    public int compareTo(Renewal other) {
        return BY_ORDER.compare(this, other);
    }
}
