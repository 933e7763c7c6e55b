package io.latchkey.crashtest.load;

import io.latchkey.crashtest.process.Site;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Publishes once more, byte by byte, some of what services have told each other. */
public final class Copies {

    private static final List<Topic> TOPICS =
            List.of(Topic.REGISTRATION_EVENTS, Topic.VERIFICATION_EVENTS, Topic.VERIFICATION_CODES);

    private static final int MOST = 60;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final Portal portal;
    private final Random random;

    public Copies(Site site, Portal portal, long seed) {
        this.bootstrapServers = site.bootstrapServers();
        this.portal = portal;
        this.random = new Random(seed);
    }

    /** @return how many */
    public int some() {
        var all = new ArrayList<>(read());
        Collections.shuffle(all, random);
        var chosen = all.subList(0, Math.min(MOST, all.size()));
        chosen.forEach(portal::copy);
        return chosen.size();
    }

    /** What a portal or somebody else wrote there has no headers, and is not the services' own. */
    private List<ConsumerRecord<byte[], byte[]>> read() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.name(Site.PREFIX)).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            return toTheEnd(consumer);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> toTheEnd(Consumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                if (record.headers().toArray().length > 0) {
                    records.add(record);
                }
            });
        }
        return records;
    }
}
