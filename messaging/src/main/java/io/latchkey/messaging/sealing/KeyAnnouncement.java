package io.latchkey.messaging.sealing;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.kafka.CloudEvents;
import io.latchkey.schemas.PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells everybody the public key that this service wants to be used, unless the topic has it already. */
public final class KeyAnnouncement {

    private final SealingKeys keys;
    private final KeyDirectory directory;
    private final Consumer<List<OutputRecord>> bus;
    private final AvroValues values;
    private final String topic;
    private final InstantSource clock;

    /** @param bus returns when all in-sync replicas have acknowledged, as {@code Log.produce} does */
    public KeyAnnouncement(
            SealingKeys keys,
            KeyDirectory directory,
            Consumer<List<OutputRecord>> bus,
            AvroValues values,
            String topic,
            InstantSource clock) {
        this.keys = keys;
        this.directory = directory;
        this.bus = bus;
        this.values = values;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * For {@link KeyDirectory#start}. A key announced before is not announced again, so that a restart does not make an
     * older key the latest.
     *
     * @throws io.latchkey.messaging.engine.OutageException if the bus or the registry does not answer
     */
    public void announce() {
        var primary = keys.primary();
        if (!directory.holds(keys.owner(), primary)) {
            bus.accept(List.of(record(primary)));
        }
    }

    private OutputRecord record(RecipientKey key) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var announcement = new PublicKey(
                UUID.randomUUID(),
                now,
                key.keyId(),
                keys.owner(),
                ByteBuffer.wrap(key.publicKey().toByteArray()),
                now);
        return new OutputRecord(
                topic,
                key.keyId().getBytes(StandardCharsets.UTF_8),
                values.encode(topic, announcement),
                CloudEvents.headers(service(), announcement.getSchema(), announcement.getEventId(), now));
    }

    private String service() {
        return keys.owner().name().toLowerCase(Locale.ROOT);
    }
}
