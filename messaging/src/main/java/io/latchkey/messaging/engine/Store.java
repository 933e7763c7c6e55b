package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
     * Raises the watermark of a partition over records that nobody took in, and remembers it: what is pending from there
     * may not be delivered, whatever the watermark says. One update.
     */
    void skip(String partition, long through);

    /** Records that this database was restored from an older copy. */
    void restored(Instant at);

    /**
     * Hands over, aggregate by aggregate, all that is pending of those that have something pending from this partition
     * beyond an offset, in order. A scan, for the rare case that a log is gone.
     */
    void eachStranded(String partition, long beyond, Consumer<List<AggregateDocument.Pending>> perAggregate);

    /**
     * How far everything is delivered.
     *
     * @param delivered the last delivered offset of every partition ever read, by {@link InputPartition#id}
     * @param skipped the last offset of every partition whose watermark was raised without delivering what was before it
     * @param restoredAt when this database was last restored from an older copy; {@link Instant#EPOCH} if never
     */
    record Progress(Map<String, Long> delivered, Map<String, Long> skipped, Instant restoredAt) {

        /** Of a service that has just begun. */
        public static final Progress NONE = new Progress(Map.of(), Map.of(), Instant.EPOCH);

        public Progress {
            delivered = Map.copyOf(delivered);
            skipped = Map.copyOf(skipped);
        }
    }
}
