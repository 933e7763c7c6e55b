package io.latchkey.notification.delivery;

import java.time.Instant;
import java.util.Comparator;

/** Where an event stands among those of its account on its topic. The same for every repeat of the event. */
public record EventOrder(Instant epoch, long sequence) implements Comparable<EventOrder> {

    private static final Comparator<EventOrder> BY_EPOCH =
            Comparator.comparing(EventOrder::epoch).thenComparingLong(EventOrder::sequence);

    @Override
    public int compareTo(EventOrder other) {
        return BY_EPOCH.compare(this, other);
    }
}
