package io.latchkey.messaging.sealing;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.kafka.SkippedRecords;
import io.latchkey.messaging.kafka.TopicFollower;
import io.latchkey.schemas.PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records of the keys topic; one that announces nothing usable is skipped with a warning that names its place. */
final class AnnouncementReader implements TopicFollower.Reader<AnnouncedKeys> {

    private final AvroValues values;
    private final Set<Fingerprint> pinned;
    private final SkippedRecords skipped = new SkippedRecords();

    /** @param pinned the only keys to accept; empty to accept all */
    AnnouncementReader(AvroValues values, Collection<Fingerprint> pinned) {
        this.values = values;
        this.pinned = Set.copyOf(pinned);
    }

    @Override
    public AnnouncedKeys nothing() {
        return new AnnouncedKeys(pinned);
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record, AnnouncedKeys keys) {
        if (record.key() == null) {
            skipped.skip(record, "NO_KEY");
        } else if (record.value() == null) {
            keys.withdraw(keyId(record));
        } else {
            take(record, keys);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, AnnouncedKeys keys) {
        switch (values.decode(record.topic(), record.value())) {
            case Value.Undecodable undecodable ->
                skipped.skip(record, undecodable.reason().name());
            case Value.Record(PublicKey key) when key.getKeyId().equals(keyId(record)) -> announce(record, key, keys);
            case Value.Record(PublicKey key) -> skipped.skip(record, "KEY_MISMATCH");
            case Value.Record other -> skipped.skip(record, "UNEXPECTED_TYPE");
        }
    }

    private void announce(ConsumerRecord<byte[], byte[]> record, PublicKey key, AnnouncedKeys keys) {
        var verdict = keys.announce(key);
        if (verdict != AnnouncedKeys.Verdict.ACCEPTED) {
            skipped.skip(record, verdict.name());
        }
    }

    private static String keyId(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
