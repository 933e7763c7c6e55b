package io.latchkey.messaging.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read. Of a redriven record, what it is and where it was read differ.
 *
 * @param place the record of the log that was read: all that concerns positions, watermarks and batches goes by it
 * @param original the record as it was before it became a dead letter: all that identifies and decides goes by it. Where
 *     nothing was redriven, the same as {@code place}
 * @param redriveOrNull null where nothing was redriven
 */
public record LogEntry(
        InputRecord place, InputRecord original, @Nullable Redrive redriveOrNull) {

    /** Of a record that was not redriven. */
    public static LogEntry of(InputRecord record) {
        return new LogEntry(record, record, null);
    }

    public Optional<Redrive> redrive() {
        return Optional.ofNullable(redriveOrNull);
    }

    /** 0 where nothing was redriven. */
    public int attempt() {
        return redriveOrNull == null ? 0 : redriveOrNull.attempt();
    }

    /**
     * What is redriven.
     *
     * @param attempt from 1
     * @param reason why the record had become a dead letter
     */
    public record Redrive(int attempt, DeadLetterReason reason) {}
}
