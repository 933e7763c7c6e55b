package io.latchkey.operations.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.operations.OperatorTest;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An operator who looks after dead letters. */
abstract class DltTest extends OperatorTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** {@code latchkey dlt …} on this installation. */
    Result dlt(String command, String... options) {
        var connection = Stream.of("dlt", command, "--bootstrap-servers", address(), "--prefix", topics.prefix());
        return latchkey(Stream.concat(connection, Stream.of(options)).toArray(String[]::new));
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
}
