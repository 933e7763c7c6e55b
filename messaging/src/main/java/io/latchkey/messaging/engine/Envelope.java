package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine adds to an outcome.
 *
 * @param eventId UUIDv5 of the source record's place and the outcome's ordinal
 * @param commandId the command that this outcome answers, or null
 * @param sequence from 1 without a gap per aggregate, topic and epoch
 * @param occurredAt log time of the source record
 * @param traceparent of the source record, handed on
 * @param destroyedKeyId the key that the erased state was sealed under, destroyed before this is told; null where nothing
 *     is erased, or nothing was ever sealed
 */
public record Envelope(
        UUID eventId,
        @Nullable UUID commandId,
        AggregateKey key,
        long sequence,
        Instant epoch,
        Instant occurredAt,
        UUID correlationId,
        UUID causationId,
        @Nullable Header traceparent,
        @Nullable String destroyedKeyId) {

    /** Of an outcome that erases nothing. */
    public Envelope(
            UUID eventId,
            @Nullable UUID commandId,
            AggregateKey key,
            long sequence,
            Instant epoch,
            Instant occurredAt,
            UUID correlationId,
            UUID causationId,
            @Nullable Header traceparent) {
        this(eventId, commandId, key, sequence, epoch, occurredAt, correlationId, causationId, traceparent, null);
    }
}
