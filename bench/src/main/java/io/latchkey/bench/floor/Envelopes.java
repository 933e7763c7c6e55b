package io.latchkey.bench.floor;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What events say of themselves. */
final class Envelopes {

    private Envelopes() {}

    /** Not unpredictable: an id is no secret. */
    static UUID id() {
        var random = ThreadLocalRandom.current();
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x0000000000004000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    static EventMetadata answer(CommandMetadata command, long sequence, Instant epoch, Instant logTime) {
        return new EventMetadata(
                id(),
                command.getCommandId(),
                command.getTenantId(),
                command.getUserId(),
                sequence,
                epoch,
                logTime,
                command.getCorrelationId(),
                command.getCommandId());
    }

    static EventMetadata following(EventMetadata event, long sequence, Instant epoch, Instant logTime) {
        return new EventMetadata(
                id(),
                null,
                event.getTenantId(),
                event.getUserId(),
                sequence,
                epoch,
                logTime,
                event.getCorrelationId(),
                event.getEventId());
    }

    static AggregateKey account(CommandMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    static AggregateKey account(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    /** @throws IllegalStateException unless it was sealed for this */
    static String text(Opened opened) {
        return switch (opened) {
            case Opened.Readable(var value) -> value;
            case Opened.Unreadable() -> throw new IllegalStateException("a sealed value cannot be opened");
        };
    }
}
