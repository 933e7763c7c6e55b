package io.latchkey.embedded.scan;

import static io.latchkey.embedded.scan.Haystack.Kind.TOPIC;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Keys, values and headers of every record that a broker holds, decompressed as any consumer gets them. */
public final class TopicHaystacks {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicHaystacks() {}

    /** From the beginning to the end that the topics have now; the broker's internal topics too, if chosen. */
    public static Stream<Haystack> of(String bootstrapServers, Predicate<String> chosen) {
        try (var consumer = consumer(bootstrapServers)) {
            consumer.assign(partitions(consumer, chosen));
            consumer.seekToBeginning(consumer.assignment());
            return read(consumer).flatMap(TopicHaystacks::parts).toList().stream();
        }
    }

    private static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Predicate<String> chosen) {
        return consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(partition -> chosen.test(partition.topic()))
                .map(TopicHaystacks::partition)
                .toList();
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> read(Consumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        return Stream.generate(() -> consumer.poll(POLL))
                .takeWhile(batch -> !batch.isEmpty() || behind(consumer, ends))
                .flatMap(TopicHaystacks::records);
    }

    private static boolean behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> records(ConsumerRecords<byte[], byte[]> batch) {
        return StreamSupport.stream(batch.spliterator(), false);
    }

    private static Stream<Haystack> parts(ConsumerRecord<byte[], byte[]> record) {
        var headers =
                Arrays.stream(record.headers().toArray()).map(header -> part(record, header.key(), header.value()));
        return Stream.of(Stream.of(part(record, "key", record.key()), part(record, "value", record.value())), headers)
                .flatMap(parts -> parts)
                .filter(Objects::nonNull);
    }

    private static @Nullable Haystack part(ConsumerRecord<?, ?> record, String part, byte @Nullable [] bytes) {
        var place = record.topic() + "-" + record.partition() + "@" + record.offset() + " " + part;
        return bytes == null ? null : new Haystack(TOPIC, place, bytes);
    }
}
