package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Counter;
import java.time.Instant;
import java.util.List;

/** Shared counters, incremented before a decision so that a crash over-counts and never under-counts. */
@FunctionalInterface
public interface Counters {

    /** One increment asked for, at the log time of its record. */
    record Reservation(Counter counter, Instant at) {}

    /**
     * Increments all in one bulk and reads them back.
     *
     * @return per reservation, in order, the count over its window that includes it and those before it in the list
     * @throws OutageException if the store does not answer
     */
    List<Long> reserve(List<Reservation> reservations);

    /** For services without shared counters. */
    static Counters none() {
        return reservations -> {
            if (!reservations.isEmpty()) {
                throw new IllegalStateException("this service has no counters");
            }
            return List.of();
        };
    }
}
