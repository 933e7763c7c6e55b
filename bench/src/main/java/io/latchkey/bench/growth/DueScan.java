package io.latchkey.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.work.Population;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How long it takes until all of some accounts that come due are announced. Registration looks every {@code
 * latchkey.registration.scan.interval} for a page of {@code latchkey.registration.scan.page}: these are part of the time.
 */
public final class DueScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> events;

    public DueScan(String bootstrapServers, String prefix) {
        events = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = events.partitionsFor(Topic.REGISTRATION_EVENTS.name(prefix)).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        events.assign(partitions);
    }

    /**
     * @param to exclusive
     * @param makeDue what brings it about: when it returns, all are due
     */
    public DueTimes measure(int from, int to, Runnable makeDue, Duration patience) {
        events.seekToEnd(events.assignment());
        events.assignment().forEach(events::position);
        makeDue.run();
        return await(from, to, patience);
    }

    private DueTimes await(int from, int to, Duration patience) {
        long began = System.nanoTime();
        var announced = new BitSet();
        long first = 0;
        while (announced.cardinality() < to - from) {
            long now = System.nanoTime() - began;
            if (now > patience.toNanos()) {
                throw new IllegalStateException("%d of %d accounts were announced in %s"
                        .formatted(announced.cardinality(), to - from, patience));
            }
            boolean none = announced.isEmpty();
            events.poll(POLL).forEach(record -> note(record, from, to, announced));
            if (none && !announced.isEmpty()) {
                first = now;
            }
        }
        return new DueTimes(to - from, Duration.ofNanos(first), Duration.ofNanos(System.nanoTime() - began));
    }

    private static void note(ConsumerRecord<byte[], byte[]> record, int from, int to, BitSet announced) {
        var key = new String(record.key(), UTF_8);
        if (!isDue(record) || !key.startsWith(Population.TENANT + "/")) {
            return;
        }
        int number = Population.ofUser(key.substring(Population.TENANT.length() + 1));
        if (number >= from && number < to) {
            announced.set(number);
        }
    }

    private static boolean isDue(ConsumerRecord<byte[], byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null
                && new String(type.value(), UTF_8)
                        .equals(ReconfirmDue.getClassSchema().getFullName());
    }

    @Override
    public void close() {
        events.close();
    }
}
