package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The service's database, as far as the engine needs it. Reads and writes are majority-acknowledged and journalled. */
public interface Store<S> {

    /**
     * The documents of these aggregates, in one query per collection; those that do not exist are absent. One whose key was
     * destroyed meanwhile is read again.
     */
    Map<String, AggregateDocument<S>> load(Set<String> keys);

    /**
     * Replaces each document whole where its stored version is {@code document.version() - 1}, or inserts it where that
     * is 0; one unordered bulk.
     *
     * @return the keys that lost the race: another version was stored, nothing of theirs was written
     * @throws OutageException if the outcome of any entry is unknown
     */
    Set<String> write(Collection<AggregateDocument<S>> documents);

    /** The stored versions of these aggregates, in one query; those that do not exist are absent. */
    Map<String, Long> versions(Set<String> keys);

    /** Destroys account keys for good, whether they are still there or not, and returns when a majority has it. */
    void destroy(Set<String> keyIds);

    /** How far everything is delivered. */
    Progress progress();

    /** Raises watermarks by {@link InputPartition#id}, never lowers one; one update. */
    void raise(Map<String, Long> delivered);

    /**
     * Raises the watermark of a partition over records that nobody took in, and remembers them: what is pending from there
     * may not be delivered, whatever the watermark says. One update.
     *
     * @param from the last offset up to which everything is delivered for certain
     */
    void skip(String partition, long from, long through);

    /** Records that this database was restored from an older copy. */
    void restored(Instant at);

    /**
     * Hands over, aggregate by aggregate, all that is pending of those that have something pending from this partition
     * beyond an offset, in order. A scan, for the rare case that a log is gone.
     */
    void eachStranded(String partition, long beyond, Consumer<List<AggregateDocument.Pending>> perAggregate);

    /**
     * Documents in a lasting order of their keys.
     *
     * @param after the last key of the page before; null for the first page
     * @return fewer than asked for at the end
     */
    List<AggregateDocument<S>> page(@Nullable String after, int size);

    /** About how many documents there are. */
    long estimatedSize();

    /** Deletes documents for good, each only where it is stored under this version. */
    void collect(Map<String, Long> versions);

    /** Where the last sweep has come to. */
    Swept swept();

    void swept(Swept place);

    /**
     * Where a sweep has come to.
     *
     * @param after the last key visited; null where all were
     * @param began when the sweep of all began, by the clock of whoever began it
     */
    record Swept(@Nullable String after, Instant began) {

        /** Before the first sweep. */
        public static final Swept NEVER = new Swept(null, Instant.EPOCH);

        boolean ended() {
            return after == null;
        }
    }

    /**
     * Records that nobody took in: after {@code from} up to {@code through}. Of several gaps, all that lies between.
     */
    record Skipped(long from, long through) {

        public boolean contains(long offset) {
            return from < offset && offset <= through;
        }

        public Skipped and(Skipped other) {
            return new Skipped(Math.min(from, other.from), Math.max(through, other.through));
        }
    }

    /**
     * How far everything is delivered.
     *
     * @param delivered the last delivered offset of every partition ever read, by {@link InputPartition#id}
     * @param skipped of every partition whose watermark was raised over records that nobody took in
     * @param restoredAt when this database was last restored from an older copy; {@link Instant#EPOCH} if never
     */
    record Progress(Map<String, Long> delivered, Map<String, Skipped> skipped, Instant restoredAt) {

        /** Of a service that has just begun. */
        public static final Progress NONE = new Progress(Map.of(), Map.of(), Instant.EPOCH);

        public Progress {
            delivered = Map.copyOf(delivered);
            skipped = Map.copyOf(skipped);
        }
    }
}
