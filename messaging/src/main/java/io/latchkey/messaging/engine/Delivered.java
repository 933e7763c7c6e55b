package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Store.Progress;
import io.latchkey.messaging.engine.Store.Skipped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What this process knows to be delivered: the watermarks, and what was acknowledged beyond them. Where it knows less than
 * another process, an outcome is emitted once more, never one too few.
 */
final class Delivered {

    /** Acknowledged outcomes of partitions that somebody else reads; the eldest are forgotten. */
    private static final int MAX_ACKNOWLEDGED = 100_000;

    private final Map<String, Long> watermarks = new HashMap<>();
    private final Map<String, Skipped> skipped = new HashMap<>();
    private final LinkedHashMap<UUID, Source> acknowledged = new LinkedHashMap<>();

    private record Source(String partition, long offset) {}

    boolean covers(InputRecord record) {
        return record.offset() <= watermark(record.partition().id());
    }

    /** A process that was away may have written what it decided of a skipped record after the skip. */
    boolean covers(Pending pending) {
        return acknowledged.containsKey(pending.id())
                || (pending.offset() <= watermark(pending.partition())
                        && !skipped(pending.partition(), pending.offset()));
    }

    private boolean skipped(String partition, long offset) {
        var gap = skipped.get(partition);
        return gap != null && gap.contains(offset);
    }

    void acknowledge(List<Pending> produced) {
        produced.forEach(pending -> acknowledged.put(pending.id(), new Source(pending.partition(), pending.offset())));
        while (acknowledged.size() > MAX_ACKNOWLEDGED) {
            acknowledged.pollFirstEntry();
        }
    }

    /** Starts from what the store says now, which is less than what was known if it was restored. */
    void reset(Progress progress) {
        watermarks.clear();
        watermarks.putAll(progress.delivered());
        skipped.putAll(progress.skipped());
    }

    void raise(Map<String, Long> offsets) {
        learn(offsets);
        acknowledged
                .values()
                .removeIf(source ->
                        offsets.containsKey(source.partition()) && !skipped(source.partition(), source.offset()));
    }

    void skip(String partition, long through) {
        skipped.merge(partition, new Skipped(certain(partition), through), Skipped::and);
        raise(Map.of(partition, through));
    }

    /** What others have raised; what was acknowledged beyond it stays known. */
    void learn(Map<String, Long> offsets) {
        offsets.forEach((partition, offset) -> watermarks.merge(partition, offset, Math::max));
    }

    /** Everything pending from this offset or before it is delivered. */
    long certain(String partition) {
        var gap = skipped.get(partition);
        return gap == null ? watermark(partition) : gap.from();
    }

    long watermark(String partition) {
        return watermarks.getOrDefault(partition, -1L);
    }
}
