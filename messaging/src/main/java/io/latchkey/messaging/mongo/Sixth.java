package io.latchkey.messaging.mongo;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.engine.Counters.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A sixth of a counter's window: sixths lie side by side from the epoch on. */
record Sixth(Counter counter, long index) {

    private static final int PARTS = 6;

    static Sixth of(Reservation reservation) {
        var counter = reservation.counter();
        return new Sixth(counter, Math.floorDiv(reservation.at().toEpochMilli(), width(counter)));
    }

    /** The sixths that a window ending in this one touches. */
    List<Sixth> window() {
        return LongStream.rangeClosed(index - PARTS, index)
                .mapToObj(i -> new Sixth(counter, i))
                .toList();
    }

    /** From when on no window touches it. */
    Instant passed() {
        return Instant.ofEpochMilli((index + 1) * width(counter)).plus(counter.window());
    }

    String documentId() {
        return counter.id() + "|" + Duration.ofMillis(width(counter)).toSeconds() + "|"
                + Instant.ofEpochMilli(index * width(counter)).getEpochSecond();
    }

    private static long width(Counter counter) {
        return counter.window().dividedBy(PARTS).toMillis();
    }
}
