package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One reading of a topic, from its beginning on. */
final class TopicReading {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each;

    TopicReading(
            Consumer<byte[], byte[]> consumer,
            String topic,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        this.consumer = consumer;
        this.topic = topic;
        this.each = each;
    }

    /** Reads to the end that the topic has now. */
    void readToEnd() {
        consumer.assign(partitions());
        consumer.seekToBeginning(consumer.assignment());
        var end = consumer.endOffsets(consumer.assignment());
        while (!reached(end)) {
            readOn();
        }
    }

    /** Waits a moment for more. */
    void readOn() {
        consumer.poll(POLL).forEach(each);
    }

    private boolean reached(Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(to -> consumer.position(to.getKey()) >= to.getValue());
    }

    private Set<TopicPartition> partitions() {
        var found = consumer.partitionsFor(topic);
        if (found.isEmpty()) {
            throw new OutageException("topic " + topic + " does not exist");
        }
        return found.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
    }
}
