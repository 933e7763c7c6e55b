package io.latchkey.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Redrives;
import io.latchkey.messaging.kafka.KafkaLog;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
import org.awaitility.Awaitility;

/** The topics around verification: writes what others write, and reads what verification writes. */
final class Log implements AutoCloseable {

    private final Topics topics;
    private final AvroValues values;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final List<SpecificRecord> outcomes = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

    Log(KafkaSettings settings, Topics topics, AvroValues values) {
        this.topics = topics;
        this.values = values;
        producer = new KafkaProducer<>(settings.producer());
        consumer = new KafkaConsumer<>(settings.reader());
        consumer.assign(Stream.of(
                        topics.name(Topic.VERIFICATION_EVENTS),
                        topics.name(Topic.VERIFICATION_CODES),
                        Topic.VERIFICATION_COMMANDS.deadLetters(topics.prefix()),
                        Topic.REGISTRATION_EVENTS.deadLetters(topics.prefix()))
                .flatMap(name -> IntStream.range(0, topics.partitions()).mapToObj(p -> new TopicPartition(name, p)))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    void send(Topic topic, String key, SpecificRecord record) {
        send(topic, key, values.encode(topics.name(topic), record));
    }

    /** Returns when it is acknowledged. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void send(Topic topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topics.name(topic), key.getBytes(UTF_8), value));
        producer.flush();
    }

    <T extends SpecificRecord> T awaits(Class<T> type, Predicate<T> which) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInSameThread()
                .until(() -> read(type, which).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    String awaitsDeadLetter(String key) {
        var letter = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInSameThread()
                .until(() -> readDeadLetter(key), Optional::isPresent)
                .orElseThrow();
        return new String(
                letter.headers().lastHeader("latchkey-dead-letter-reason").value(), UTF_8);
    }

    /** An operator redrives the account's dead letter, which came at this time and can be read as this record now. */
    void redrives(String key, SpecificRecord meant, Instant logTime) {
        var letter = readDeadLetter(key).orElseThrow();
        var headers = new ArrayList<Header>();
        letter.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
        headers.add(Header.of(DeadLetters.TIMESTAMP, Long.toString(logTime.toEpochMilli())));
        var value = values.encode(letter.topic(), meant);
        var redriven = Redrives.redriven(
                topics.redrive(Party.VERIFICATION),
                new OutputRecord(letter.topic(), letter.key(), value, headers),
                1,
                new Redrives.Order("olga", "mended", logTime, UUID.randomUUID()));
        new KafkaLog(producer, new OffsetCommits()).produce(List.of(redriven));
    }

    <T extends SpecificRecord> List<T> all(Class<T> type, Predicate<T> which) {
        return read(type, which).toList();
    }

    private <T extends SpecificRecord> Stream<T> read(Class<T> type, Predicate<T> which) {
        poll();
        return outcomes.stream().filter(type::isInstance).map(type::cast).filter(which);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> readDeadLetter(String key) {
        poll();
        return deadLetters.stream()
                .filter(letter -> new String(letter.key(), UTF_8).equals(key))
                .findFirst();
    }

    private void poll() {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            if (record.topic().endsWith(".dlt")) {
                deadLetters.add(record);
            } else if (values.decode(record.topic(), record.value()) instanceof Value.Record(var outcome)) {
                outcomes.add(outcome);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
