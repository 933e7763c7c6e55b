package io.latchkey.embedded.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.schemas.EventMetadata;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as everybody who may read the topic sees it.
 *
 * @param nanos when it was seen, by this JVM's clock
 * @param content null where the value is nothing that the contracts know, as with dead letters
 */
record Observed(
        ConsumerRecord<byte[], byte[]> raw,
        long nanos,
        @Nullable SpecificRecord content) {

    String topic() {
        return raw.topic();
    }

    boolean hasKey(String key) {
        return Arrays.equals(raw.key(), key.getBytes(UTF_8));
    }

    boolean is(Class<? extends SpecificRecord> type) {
        return type.isInstance(content);
    }

    Optional<EventMetadata> metadata() {
        return Optional.ofNullable(content).flatMap(Observed::metadata);
    }

    boolean answers(UUID commandId) {
        return metadata()
                .map(EventMetadata::getCommandId)
                .filter(commandId::equals)
                .isPresent();
    }

    boolean follows(UUID correlationId) {
        return metadata()
                .map(EventMetadata::getCorrelationId)
                .filter(correlationId::equals)
                .isPresent();
    }

    boolean isDeadLetter() {
        return raw.headers().lastHeader(DeadLetters.REASON) != null;
    }

    String deadLetterReason() {
        var reason = raw.headers().lastHeader(DeadLetters.REASON);
        return reason == null ? "" : new String(reason.value(), UTF_8);
    }

    private static Optional<EventMetadata> metadata(SpecificRecord record) {
        var field = record.getSchema().getField("metadata");
        return field != null && record.get(field.pos()) instanceof EventMetadata metadata
                ? Optional.of(metadata)
                : Optional.empty();
    }

    /** Names the record; never shows its content. */
    @Override
    public String toString() {
        return raw.topic() + "-" + raw.partition() + "@" + raw.offset();
    }
}
