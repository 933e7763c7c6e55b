package io.latchkey.bench.preload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.latchkey.bench.work.Population;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends what a portal sends, and reads all that is said to it. */
final class Portals implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final AvroValues values;
    private final Producer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Told> told = new ArrayList<>();

    record Told(int number, SpecificRecord event) {}

    Portals(String bootstrapServers, AvroValues values, String prefix) {
        this.values = values;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Stream.of(Topic.REGISTRATION_EVENTS, Topic.VERIFICATION_EVENTS)
                .flatMap(topic -> consumer.partitionsFor(topic.name(prefix)).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    void send(InputRecord command) {
        producer.send(new ProducerRecord<>(command.partition().topic(), command.key(), command.value()));
    }

    <T extends SpecificRecord> T awaits(Class<T> type, int number) {
        await().atMost(PATIENCE).until(() -> all(type, number), found -> !found.isEmpty());
        return all(type, number).getFirst();
    }

    /** All that was said so far. */
    <T extends SpecificRecord> List<T> all(Class<T> type, int number) {
        consumer.poll(POLL).forEach(this::note);
        return told.stream()
                .filter(one -> one.number() == number && type.isInstance(one.event()))
                .map(one -> type.cast(one.event()))
                .toList();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (values.decode(record.topic(), record.value()) instanceof Value.Record(SpecificRecord event)) {
            var key = new String(record.key(), UTF_8);
            told.add(new Told(Population.ofUser(key.substring(key.indexOf('/') + 1)), event));
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
