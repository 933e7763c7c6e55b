package io.latchkey.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The bus as everybody around registration sees it: publishes, and reads events and dead letters from their beginning. */
final class Bus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Topics topics;
    private final AvroValues values;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    Bus(KafkaSettings settings, Topics topics, AvroValues values) {
        this.topics = topics;
        this.values = values;
        producer = new KafkaProducer<>(settings.producer());
        consumer = new KafkaConsumer<>(settings.reader());
        consumer.assign(Stream.of(
                        topics.name(Topic.REGISTRATION_EVENTS),
                        Topic.REGISTRATION_COMMANDS.deadLetters(topics.prefix()))
                .flatMap(this::partitions)
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    private Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, topics.partitions()).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    byte[] encode(Topic topic, SpecificRecord record) {
        return values.encode(topics.name(topic), record);
    }

    void send(Topic topic, String key, SpecificRecord record) {
        send(topic, null, key, encode(topic, record));
    }

    void send(Topic topic, @Nullable Integer partition, String key, byte @Nullable [] value) {
        send(new ProducerRecord<>(topics.name(topic), partition, key.getBytes(UTF_8), value));
    }

    void send(Topic topic, String key, byte[] value, List<Header> headers) {
        send(new ProducerRecord<>(topics.name(topic), null, key.getBytes(UTF_8), value, headers));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
        producer.flush();
    }

    /** Waits for an event. */
    <T extends SpecificRecord> T awaits(Class<T> type, Predicate<T> which) {
        return awaits(() -> events(type).filter(which).findFirst());
    }

    /** Waits for the dead letter of a record with this key. */
    ConsumerRecord<byte[], byte[]> awaitsDeadLetter(String key) {
        return awaits(() -> read.stream()
                .filter(record -> record.topic().endsWith(".dlt"))
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .findFirst());
    }

    <T extends SpecificRecord> List<T> all(Class<T> type, Predicate<T> which) {
        return events(type).filter(which).toList();
    }

    /** Where a key belongs. */
    int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % topics.partitions();
    }

    private <T> T awaits(Supplier<Optional<T>> found) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> poll(found), Optional::isPresent)
                .orElseThrow();
    }

    private <T> Optional<T> poll(Supplier<Optional<T>> found) {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        return found.get();
    }

    private <T extends SpecificRecord> Stream<T> events(Class<T> type) {
        return read.stream()
                .filter(record -> record.topic().equals(topics.name(Topic.REGISTRATION_EVENTS)))
                .map(record -> values.decode(record.topic(), record.value()))
                .map(value -> value instanceof Value.Record(var decoded) ? decoded : null)
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
