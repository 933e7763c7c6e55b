package io.latchkey.crashtest.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every topic of an installation from its beginning to the end that it has now. */
final class LogReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final String prefix;
    private final Decoding decoding;

    LogReader(String bootstrapServers, String prefix, Decoding decoding) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
        this.decoding = decoding;
    }

    List<Entry> read() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions(consumer));
            consumer.seekToBeginning(consumer.assignment());
            return toTheEnd(consumer);
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(partition -> partition.topic().startsWith(prefix))
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private List<Entry> toTheEnd(Consumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        var entries = new ArrayList<Entry>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the topics cannot be read to their end");
            }
            consumer.poll(POLL).forEach(record -> entries.add(entry(record)));
        }
        return entries;
    }

    private Entry entry(ConsumerRecord<byte[], byte[]> record) {
        var decoded = decoding.decode(record.value());
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        var key = record.key() == null ? "" : new String(record.key(), UTF_8);
        var value = Digest.of(record.value());
        return new Entry(
                record.topic().substring(prefix.length()),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                key,
                decoded.map(Decoding.Decoded::type).orElse(""),
                decoded.map(Decoding.Decoded::fields).orElse(Map.of()),
                headers,
                Digest.of(key + headers + value),
                value);
    }
}
