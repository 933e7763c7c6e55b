package io.latchkey.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.schemas.topics.TopicCatalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** An operator at a terminal, with a broker and a registry, and topics that nobody else uses. */
@Timeout(120)
public abstract class OperatorTest {

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    protected final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 3, (short) 1, 1, false);
    protected KafkaSettings settings;
    protected AvroValues values;
    private Producer<byte[], byte[]> producer;

    /** What a command printed, and how it ended. */
    public record Result(int exit, String out, String err) {}

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.ephemeral();
        registry = EmbeddedRegistry.inMemory();
    }

    @AfterAll
    static void stop() throws Exception {
        registry.close();
        broker.close();
    }

    @BeforeEach
    void createTopics() {
        settings = new KafkaSettings(Map.of("bootstrap.servers", broker.bootstrapServers()));
        values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
        producer = new KafkaProducer<>(settings.producer());
        try (var admin = Admin.create(settings.common())) {
            TopicCreation.createMissing(admin, topics);
            await().until(() -> admin.listTopics().names().get(10, TimeUnit.SECONDS).stream()
                            .filter(name -> name.startsWith(topics.prefix()))
                            .count()
                    == new TopicCatalogue(topics.prefix(), 3).definitions().size());
        }
    }

    @AfterEach
    void close() {
        producer.close();
        values.close();
    }

    /** A command on this installation. */
    protected Result latchkey(String... arguments) {
        return latchkey(new StringWriter(), arguments);
    }

    /** @param out sees every word of standard output, in the thread that prints it */
    protected Result latchkey(Writer out, String... arguments) {
        var err = new StringWriter();
        int exit = Operations.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--bootstrap-servers",
                                        broker.bootstrapServers(),
                                        "--schema-registry",
                                        registry.url(),
                                        "--prefix",
                                        topics.prefix()))
                        .toArray(String[]::new));
        return new Result(exit, out.toString(), err.toString());
    }

    protected void produce(Topic topic, String key, SpecificRecord record) {
        var name = topics.name(topic);
        send(new ProducerRecord<>(name, key.getBytes(UTF_8), values.encode(name, record)));
    }

    protected void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** All that a topic holds now. */
    protected List<SpecificRecord> records(Topic topic) {
        var name = topics.name(topic);
        var records = new ArrayList<SpecificRecord>();
        try (var reader = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            var partitions = reader.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < Objects.requireNonNull(ends.get(p)))) {
                reader.poll(Duration.ofMillis(200)).forEach(record -> records.add(decoded(name, record.value())));
            }
        }
        return records;
    }

    private SpecificRecord decoded(String topic, byte[] bytes) {
        return switch (values.decode(topic, bytes)) {
            case Value.Record(var record) -> record;
            case Value.Undecodable undecodable -> throw new AssertionError(undecodable.detail());
        };
    }
}
