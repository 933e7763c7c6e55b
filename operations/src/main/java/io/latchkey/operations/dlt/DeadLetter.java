package io.latchkey.operations.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a dead-letter topic. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    private static final UUID NONE = new UUID(0, 0);
    private static final String REDRIVE = ".redrive.v1";

    private Headers headers() {
        return new Headers(record);
    }

    /**
     * What tells dead letters apart: a topic that two services read may leave a dead letter of each.
     *
     * @param id its own per record and attempt; a dead letter written again has the same
     */
    record Identity(UUID id, String service) {

        static Identity of(ConsumerRecord<?, ?> record) {
            var headers = new Headers(record);
            return new Identity(headers.id(DeadLetters.ID), headers.text(DeadLetters.SERVICE));
        }
    }

    Identity identity() {
        return new Identity(id(), service());
    }

    /** Of a foreign record one that its place gives it. */
    UUID id() {
        var id = headers().id(DeadLetters.ID);
        return id.equals(NONE) ? UUID.nameUUIDFromBytes(place().toString().getBytes(UTF_8)) : id;
    }

    String service() {
        return headers().text(DeadLetters.SERVICE);
    }

    String reason() {
        return headers().text(DeadLetters.REASON);
    }

    String detail() {
        return headers().text(DeadLetters.DETAIL);
    }

    /** The original's. */
    String topic() {
        return headers().text(DeadLetters.TOPIC);
    }

    /** Where the original was. */
    Place original() {
        return original(record);
    }

    /** Where the original of a dead letter or a redriven record was. */
    static Place original(ConsumerRecord<?, ?> record) {
        var headers = new Headers(record);
        return new Place(
                headers.text(DeadLetters.TOPIC),
                (int) headers.number(DeadLetters.PARTITION, -1),
                headers.number(DeadLetters.OFFSET, -1),
                Instant.ofEpochMilli(headers.number(DeadLetters.TIMESTAMP, 0)));
    }

    int attempt() {
        return (int) headers().number(DeadLetters.ATTEMPT, 0);
    }

    String key() {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    Place place() {
        return place(record);
    }

    static Place place(ConsumerRecord<?, ?> record) {
        return new Place(record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }

    /** Why it can never be redriven. */
    Optional<String> hindrance() {
        if (headers().id(DeadLetters.ID).equals(NONE) || service().isEmpty() || topic().isEmpty()) {
            return Optional.of("it is no dead letter of Latchkey's: it has no " + DeadLetters.PREFIX + "* headers");
        }
        if (topic().endsWith(REDRIVE)) {
            return Optional.of("it is a redrive that could not be read (" + detail() + "); redrive its original");
        }
        if (record.value() == null && !reason().equals(DeadLetterReason.NULL_VALUE.name())) {
            return Optional.of("its value was left out, because no dead-letter topic takes a record so large");
        }
        return Optional.empty();
    }

    OutputRecord output() {
        var headers = new ArrayList<Header>();
        record.headers()
                .forEach(header ->
                        headers.add(new Header(header.key(), header.value() == null ? new byte[0] : header.value())));
        return new OutputRecord(record.topic(), record.key(), record.value(), headers);
    }

    /** Names it; never shows its content. */
    @Override
    public String toString() {
        return "DeadLetter[" + place() + "]";
    }
}
