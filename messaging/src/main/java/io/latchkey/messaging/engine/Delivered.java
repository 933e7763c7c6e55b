package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
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
    private final LinkedHashMap<UUID, String> acknowledged = new LinkedHashMap<>();

    boolean covers(InputRecord record) {
        return record.offset() <= watermark(record.partition().id());
    }

    boolean covers(Pending pending) {
        return pending.offset() <= watermark(pending.partition()) || acknowledged.containsKey(pending.id());
    }

    void acknowledge(List<Pending> produced) {
        produced.forEach(pending -> acknowledged.put(pending.id(), pending.partition()));
        while (acknowledged.size() > MAX_ACKNOWLEDGED) {
            acknowledged.pollFirstEntry();
        }
    }

    /** Starts from what the store says now, which is less than what was known if it was restored. */
    void reset(Map<String, Long> offsets) {
        watermarks.clear();
        watermarks.putAll(offsets);
    }

    void raise(Map<String, Long> offsets) {
        offsets.forEach((partition, offset) -> watermarks.merge(partition, offset, Math::max));
        acknowledged.values().removeIf(offsets::containsKey);
    }

    /** What others have raised; what was acknowledged beyond it stays known. */
    void learn(Map<String, Long> offsets) {
        offsets.forEach((partition, offset) -> watermarks.merge(partition, offset, Math::max));
    }

    long watermark(String partition) {
        return watermarks.getOrDefault(partition, -1L);
    }
}
