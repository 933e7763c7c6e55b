package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything kept of one aggregate, written as a whole.
 *
 * @param key {@code tenantId/userId}
 * @param version 1 for the first write, then one more with each
 * @param epoch the log time of its first record; sequences count within it
 * @param state null for an aggregate that does not exist (a rejection was all that ever happened to it)
 * @param positions the last applied offset by {@link InputPartition#id}
 * @param pending outcomes not known to be delivered, oldest first
 * @param sequences the last sequence by topic
 * @param seen what was last applied of upstream events, by topic
 * @param recent command ids lately used, oldest first
 * @param attachment what the store wants back with the next write
 */
public record AggregateDocument<S>(
        String key,
        long version,
        Instant epoch,
        @Nullable S state,
        Map<String, Long> positions,
        List<Pending> pending,
        Map<String, Long> sequences,
        Map<String, Seen> seen,
        List<Recent> recent,
        @Nullable Attachment attachment) {

    public AggregateDocument {
        positions = Map.copyOf(positions);
        pending = List.copyOf(pending);
        sequences = Map.copyOf(sequences);
        seen = Map.copyOf(seen);
        recent = List.copyOf(recent);
    }

    /** What there is of an aggregate before its first write. */
    static <S> AggregateDocument<S> none(String key, Instant epoch) {
        return new AggregateDocument<>(key, 0, epoch, null, Map.of(), List.of(), Map.of(), Map.of(), List.of(), null);
    }

    /** Whether the record was applied in an earlier write. */
    boolean applied(InputRecord record) {
        return record.offset() <= positions.getOrDefault(record.partition().id(), -1L);
    }

    /** Never shows the state. */
    @Override
    public String toString() {
        return "AggregateDocument[" + key + ", version " + version + ", " + pending.size() + " pending]";
    }

    /** Opaque to the engine; a store's own note from load to write, such as the account's key. */
    public interface Attachment {}

    /**
     * An outcome as the very bytes that go on the topic.
     *
     * @param id the event's id (a dead letter's own id for a dead letter)
     * @param partition {@link InputPartition#id} of the source record
     * @param offset of the source record
     */
    public record Pending(UUID id, String partition, long offset, OutputRecord output) {}

    /**
     * The last event applied of an upstream topic.
     *
     * @param failed sequences of this epoch whose decision threw and that were not redriven yet
     */
    public record Seen(Instant epoch, long sequence, Set<Long> failed) {
        public Seen {
            failed = Set.copyOf(failed);
        }
    }

    /**
     * A used command id.
     *
     * @param content keyed hash of its canonical content
     * @param at log time
     * @param portal whether it counts against the account's portal commands
     * @param failed whether its decision threw and it was not redriven yet
     */
    public record Recent(UUID commandId, byte[] content, Instant at, boolean portal, boolean failed) {}
}
