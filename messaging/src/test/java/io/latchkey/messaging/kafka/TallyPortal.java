package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Sends commands, and reads what came of them. */
final class TallyPortal implements AutoCloseable {

    private static final int ACCOUNTS = 20;

    private final KafkaSettings settings;
    private final Topics topics;
    private final Producer<byte[], byte[]> producer;

    TallyPortal(KafkaSettings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
        this.producer = new KafkaProducer<>(settings.producer());
    }

    record Reply(String user, String eventId, String commandId, long sequence, long sum) {}

    void send(int commands) throws Exception {
        for (int i = 0; i < commands; i++) {
            send("user" + i % ACCOUNTS, null);
        }
    }

    /** @param partition null for the key's own */
    void send(String user, @Nullable Integer partition) throws Exception {
        var value = (UUID.randomUUID() + " 1").getBytes(UTF_8);
        producer.send(new ProducerRecord<>(
                        topics.name(Topic.REGISTRATION_COMMANDS), partition, ("acme/" + user).getBytes(UTF_8), value))
                .get(10, TimeUnit.SECONDS);
    }

    void awaitReplies(int distinct) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> replies().stream().distinct().count() >= distinct);
    }

    void assertEachReplyOnceAndInOrder(int commands) {
        var distinct = replies().stream().distinct().toList();
        assertThat(distinct).hasSize(commands);
        assertThat(distinct.stream().map(Reply::commandId)).doesNotHaveDuplicates();
        var sums = new HashMap<String, Long>();
        for (var reply : distinct) {
            long next = sums.merge(reply.user(), 1L, Long::sum);
            assertThat(reply.sequence()).as(reply.user()).isEqualTo(next);
            assertThat(reply.sum()).as(reply.user()).isEqualTo(next);
        }
    }

    List<Reply> replies() {
        var replies = new ArrayList<Reply>();
        try (var reader = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            var partitions = partitions(reader, topics.name(Topic.REGISTRATION_EVENTS));
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < Objects.requireNonNull(ends.get(p)))) {
                for (var record : reader.poll(Duration.ofMillis(200))) {
                    var parts = new String(record.value(), UTF_8).split(" ", -1);
                    replies.add(new Reply(
                            new String(record.key(), UTF_8),
                            parts[0],
                            parts[1],
                            Long.parseLong(parts[2]),
                            Long.parseLong(parts[3])));
                }
            }
        }
        return replies;
    }

    /** How many records were ever on a topic. */
    long end(String topic) {
        try (var reader = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            return reader.endOffsets(partitions(reader, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reader, String topic) {
        return reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
