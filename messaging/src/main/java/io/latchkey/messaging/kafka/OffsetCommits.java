package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.InputPartition;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Offsets on their way from the thread that works to the thread that polls, which alone may commit. */
public final class OffsetCommits {

    private Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();

    synchronized void add(Map<InputPartition, Long> offsets) {
        offsets.forEach((partition, offset) ->
                next.put(new TopicPartition(partition.topic(), partition.partition()), new OffsetAndMetadata(offset)));
    }

    /** Those that nothing newer is on its way for. */
    synchronized void addIfAbsent(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach(next::putIfAbsent);
    }

    synchronized Map<TopicPartition, OffsetAndMetadata> take() {
        var taken = next;
        next = new HashMap<>();
        return taken;
    }
}
