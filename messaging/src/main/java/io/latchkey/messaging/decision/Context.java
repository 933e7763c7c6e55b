package io.latchkey.messaging.decision;

import java.time.Instant;
import java.util.Map;

/**
 * Everything a decision may know besides state and command. The same record decided again gets an equal context.
 *
 * @param now the log time of the record, never a machine's clock
 * @param random values derived from the record's place in the log
 * @param reserved the counts of {@link Decider#reservations}, this command included
 * @param generation of the last state under the key, by {@link Decider#generation}, erased or not; 0 where there never was one
 */
public record Context(Instant now, Randomness random, Map<Counter, Long> reserved, long generation) {

    public Context {
        reserved = Map.copyOf(reserved);
    }

    /** The count of a reserved counter, this command included. */
    public long reserved(Counter counter) {
        var count = reserved.get(counter);
        if (count == null) {
            throw new IllegalStateException("counter was not reserved before deciding");
        }
        return count;
    }
}
