package io.latchkey.operations.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.LogEntry;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Redrives;
import io.latchkey.messaging.engine.Service;
import io.latchkey.messaging.kafka.KafkaLog;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.operations.Operations;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.schemas.topics.TopicCatalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** An operator at a terminal, and an installation of topics that nobody else uses. */
@Timeout(120)
abstract class DltTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static EmbeddedBroker broker;

    final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 3, (short) 1, 1, false);
    KafkaSettings settings;
    private Producer<byte[], byte[]> producer;

    record Result(int exit, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        String last() {
            return lines().getLast();
        }
    }

    /** One for all classes: every test has topics of its own. It ends with the process. */
    @BeforeAll
    static void startBroker() {
        if (broker == null) {
            var started = EmbeddedBroker.ephemeral();
            broker = started;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop-broker"));
        }
    }

    private static void stop(EmbeddedBroker started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }

    @BeforeEach
    void createTopics() {
        settings = new KafkaSettings(Map.of("bootstrap.servers", broker.bootstrapServers()));
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
    void closeProducer() {
        producer.close();
    }

    static String address() {
        return broker.bootstrapServers();
    }

    /** {@code latchkey dlt …} on this installation. */
    Result dlt(String command, String... options) {
        var connection = Stream.of("dlt", command, "--bootstrap-servers", address(), "--prefix", topics.prefix());
        return latchkey(Stream.concat(connection, Stream.of(options)).toArray(String[]::new));
    }

    static Result latchkey(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Operations.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(exit, out.toString(), err.toString());
    }

    void produce(OutputRecord... records) {
        new KafkaLog(producer, new OffsetCommits()).produce(List.of(records));
    }

    InputRecord original(Topic topic, String key, long offset) {
        return new InputRecord(
                new InputPartition(topics.name(topic), new UUID(4, 2), 1),
                offset,
                NOON,
                key.getBytes(UTF_8),
                ("secret of " + key).getBytes(UTF_8),
                List.of(Header.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")));
    }

    OutputRecord letter(Party service, DeadLetterReason reason, InputRecord original) {
        return new DeadLetters(name(service)).of(original, reason, "why");
    }

    static String name(Party service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    Service service(Party service) {
        return new Service(name(service), topics.redrive(service));
    }

    static UUID id(OutputRecord letter) {
        return letter.headers().stream()
                .filter(header -> header.name().equals(DeadLetters.ID))
                .map(header -> UUID.fromString(new String(header.value(), UTF_8)))
                .findFirst()
                .orElseThrow();
    }

    /** As the service would read it. */
    List<InputRecord> redriven(Party service) {
        return records(topics.redrive(service)).stream().map(DltTest::input).toList();
    }

    /** The service reads what was redriven last, and fails again. */
    void failAgain(Party service) {
        switch (new Redrives(service(service)).read(redriven(service).getLast())) {
            case Redrives.Read.Entry(LogEntry entry) ->
                produce(new DeadLetters(name(service)).of(entry, DeadLetterReason.DECISION_FAILED, "again"));
            case Redrives.Read.Malformed(String detail) -> throw new AssertionError(detail);
        }
    }

    private static InputRecord input(ConsumerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<Header>();
        record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
        return new InputRecord(
                new InputPartition(record.topic(), new UUID(6, 6), record.partition()),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                headers);
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
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
}
