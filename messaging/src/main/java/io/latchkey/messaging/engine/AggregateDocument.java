package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything kept of one aggregate, written as a whole.
 *
 * @param key {@code tenantId/userId}
 * @param version 1 for the first write, then one more with each
 * @param epoch the log time of its first record; sequences count within it
 * @param touched the log time of the last record applied
 * @param state null for an aggregate that does not exist: it was erased, or a rejection was all that ever happened to it
 * @param generation of the last state that it had, see {@link io.latchkey.messaging.decision.Decider#generation}; 0 where it never had one
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
        Instant touched,
        @Nullable S state,
        long generation,
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
        return new AggregateDocument<>(
                key, 0, epoch, epoch, null, 0, Map.of(), List.of(), Map.of(), Map.of(), List.of(), null);
    }

    /** The same under another version, with this still pending. */
    public AggregateDocument<S> with(long version, List<Pending> pending) {
        return new AggregateDocument<>(
                key,
                version,
                epoch,
                touched,
                state,
                generation,
                positions,
                pending,
                sequences,
                seen,
                recent,
                attachment);
    }

    /** The same with its state sealed under another key. */
    public AggregateDocument<S> under(@Nullable Attachment key) {
        return new AggregateDocument<>(
                this.key, version, epoch, touched, state, generation, positions, pending, sequences, seen, recent, key);
    }

    /** Whether it ever had a state. */
    public boolean existed() {
        return generation > 0;
    }

    /** Whether the record read here was applied in an earlier write. */
    boolean applied(InputRecord place) {
        return place.offset() <= positions.getOrDefault(place.partition().id(), -1L);
    }

    /** Never shows the state. */
    @Override
    public String toString() {
        return "AggregateDocument[" + key + ", version " + version + ", " + pending.size() + " pending]";
    }

    /** A store's own note from load to write: the key that the state is sealed under. */
    public interface Attachment {

        /** Of the key; kept apart from what it protects, and destroyed with an erasure. */
        String keyId();
    }

    /**
     * An outcome as the very bytes that go on the topic.
     *
     * @param id the event's id (a dead letter's own id for a dead letter)
     * @param partition {@link InputPartition#id} of the source record
     * @param offset of the source record
     * @param destroys the key that is destroyed before this is produced; null for most
     */
    public record Pending(
            UUID id,
            String partition,
            long offset,
            OutputRecord output,
            @Nullable String destroys) {

        public Pending(UUID id, String partition, long offset, OutputRecord output) {
            this(id, partition, offset, output, null);
        }

        /** The keys that are destroyed before these are produced. */
        static Set<String> destroyed(Collection<Pending> pending) {
            return pending.stream()
                    .flatMap(one -> Stream.ofNullable(one.destroys()))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * The last event applied of an upstream topic.
     *
     * @param failed sequences of this epoch whose decision threw and that were not redriven yet, the latest 256
     * @param skipped sequences of this epoch before the last one that were never applied: this service does not react to
     *     them, or could not read them; the latest 256
     */
    public record Seen(Instant epoch, long sequence, Set<Long> failed, Set<Long> skipped) {
        public Seen {
            failed = Set.copyOf(failed);
            skipped = Set.copyOf(skipped);
        }

        /** Whether an event up to the last one is applied when it is redriven. */
        boolean open(long sequence) {
            return failed.contains(sequence) || skipped.contains(sequence);
        }
    }

    /**
     * A used command id.
     *
     * @param content keyed hash of its canonical content
     * @param at log time
     * @param portal whether it counts against the account's portal commands
     */
    public record Recent(UUID commandId, byte[] content, Instant at, boolean portal, Fate fate) {}

    /** What became of a command. */
    public enum Fate {
        DECIDED,
        /** Its decision threw, and it was not redriven yet. */
        FAILED,
        /** Decided when it was redriven, which may be tried again as long as its dead letter lives. */
        REDRIVEN
    }
}
