package io.latchkey.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.schemas.topics.TopicCatalogue;
import io.latchkey.schemas.topics.TopicDefinition;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator at a terminal, with a broker and a registry, and topics that nobody else uses. */
@Timeout(120)
public abstract class OperatorTest {

    @RegisterExtension
    static final Installation INSTALLATION = new Installation();

    protected final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 1, (short) 1, 1, false);
    protected KafkaSettings settings;
    protected AvroValues values;
    protected Producer<byte[], byte[]> producer;

    /** What a command printed, and how it ended. */
    public record Result(int exit, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }

        public String last() {
            return lines().getLast();
        }
    }

    @BeforeEach
    void createTopics() {
        settings = new KafkaSettings(Map.of("bootstrap.servers", address()));
        values = AvroValues.with(Map.of("schema.registry.url", INSTALLATION.schemaRegistry()));
        producer = new KafkaProducer<>(settings.producer());
        try (var admin = Admin.create(settings.common())) {
            TopicCreation.createMissing(admin, topics);
            await().until(() -> admin.listTopics().names().get(10, TimeUnit.SECONDS).stream()
                            .filter(name -> name.startsWith(topics.prefix()))
                            .count()
                    == topicNames().size());
        }
    }

    /** Without waiting: a broker with few topics stops soon. */
    @AfterEach
    void deleteTopics() {
        try (var admin = Admin.create(settings.common())) {
            admin.deleteTopics(topicNames());
        }
    }

    @AfterEach
    void close() {
        producer.close();
        values.close();
    }

    private List<String> topicNames() {
        return new TopicCatalogue(topics.prefix(), topics.partitions())
                .definitions().stream().map(TopicDefinition::name).toList();
    }

    protected static String address() {
        return INSTALLATION.bootstrapServers();
    }

    /** A command on this installation. */
    protected Result here(String... arguments) {
        return here(new StringWriter(), arguments);
    }

    /** @param out sees every word of standard output, in the thread that prints it */
    protected Result here(Writer out, String... arguments) {
        var installation = Stream.of(
                "--bootstrap-servers",
                address(),
                "--schema-registry",
                INSTALLATION.schemaRegistry(),
                "--prefix",
                topics.prefix());
        return latchkey(out, Stream.concat(Stream.of(arguments), installation).toArray(String[]::new));
    }

    public static Result latchkey(String... arguments) {
        return latchkey(new StringWriter(), arguments);
    }

    private static Result latchkey(Writer out, String... arguments) {
        var err = new StringWriter();
        int exit = Operations.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
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
        return records(name).stream()
                .map(record -> decoded(name, record.value()))
                .toList();
    }

    /** Likewise, as bytes. */
    protected List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var reader = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            var partitions = reader.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < Objects.requireNonNull(ends.get(p)))) {
                reader.poll(Duration.ofMillis(200)).forEach(records::add);
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
