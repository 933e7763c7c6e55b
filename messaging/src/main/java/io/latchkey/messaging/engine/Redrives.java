package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.LogEntry.Redrive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Dead letters on their way back. A record of a redrive topic is a dead letter with its headers, which say where the
 * original was and why it failed, and with headers that say who redrives it, when and why. The service makes the original
 * of it again; the topic is the audit trail.
 */
public final class Redrives {

    /** Every header that redriving adds begins with this. */
    public static final String PREFIX = "latchkey-redrive-";

    /** From 1; the dead letter of an attempt that fails again names it too. */
    public static final String ATTEMPT = PREFIX + "attempt";

    public static final String OPERATOR = PREFIX + "operator";
    public static final String REASON = PREFIX + "reason";
    /** ISO 8601, by the operator's clock. */
    public static final String TIME = PREFIX + "time";
    /** Id of one run of the operator's tool. */
    public static final String RUN = PREFIX + "run";

    private final Service service;

    public Redrives(Service service) {
        this.service = service;
    }

    /** What a record that was read means. */
    public sealed interface Read {

        record Entry(LogEntry entry) implements Read {}

        /** A record of the redrive topic of which no original can be made; the detail holds nothing of its content. */
        record Malformed(String detail) implements Read {}
    }

    /** Who redrives, when and why. */
    public record Order(String operator, String reason, Instant time, UUID run) {}

    /** What is to be written to the redrive topic. */
    public static OutputRecord redriven(String topic, OutputRecord deadLetter, int attempt, Order order) {
        var headers = new ArrayList<>(without(deadLetter.headers(), PREFIX));
        headers.addAll(List.of(
                Header.of(ATTEMPT, Integer.toString(attempt)),
                Header.of(OPERATOR, order.operator()),
                Header.of(REASON, order.reason()),
                Header.of(TIME, order.time().toString()),
                Header.of(RUN, order.run().toString())));
        return new OutputRecord(topic, deadLetter.key(), deadLetter.value(), headers);
    }

    public Read read(InputRecord record) {
        if (!record.partition().topic().equals(service.redriveTopic())) {
            return new Read.Entry(LogEntry.of(record));
        }
        var headers = new RedriveHeaders(record);
        var entry = new LogEntry(record, original(record, headers), redrive(headers));
        return headers.problems().isEmpty()
                ? new Read.Entry(entry)
                : new Read.Malformed(String.join("; ", headers.problems()));
    }

    private InputRecord original(InputRecord record, RedriveHeaders headers) {
        headers.check(DeadLetters.SERVICE, name -> name.equals(service.name()), "names another service");
        headers.check(DeadLetters.TOPIC, topic -> !topic.equals(service.redriveTopic()), "names the redrive topic");
        var partition = new InputPartition(
                headers.text(DeadLetters.TOPIC),
                headers.id(DeadLetters.TOPIC_ID),
                headers.smallNumber(DeadLetters.PARTITION));
        return new InputRecord(
                partition,
                headers.number(DeadLetters.OFFSET),
                Instant.ofEpochMilli(headers.number(DeadLetters.TIMESTAMP)),
                record.key(),
                record.value(),
                without(without(record.headers(), PREFIX), DeadLetters.PREFIX));
    }

    private static Redrive redrive(RedriveHeaders headers) {
        headers.check(ATTEMPT, attempt -> !attempt.equals("0"), "counts from 1");
        return new Redrive(headers.smallNumber(ATTEMPT), headers.reason(DeadLetters.REASON));
    }

    private static List<Header> without(List<Header> headers, String prefix) {
        return headers.stream()
                .filter(header -> !header.name().startsWith(prefix))
                .toList();
    }
}
