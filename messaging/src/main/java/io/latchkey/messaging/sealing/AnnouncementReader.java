package io.latchkey.messaging.sealing;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.schemas.PublicKey;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes records of the keys topic; one that announces nothing usable is skipped with a warning that names its place. */
final class AnnouncementReader {

    private static final Logger log = LoggerFactory.getLogger(AnnouncementReader.class);

    private final AvroValues values;

    AnnouncementReader(AvroValues values) {
        this.values = values;
    }

    /** @throws io.latchkey.messaging.engine.OutageException if the registry does not answer */
    void read(ConsumerRecord<byte[], byte[]> record, AnnouncedKeys keys) {
        if (record.key() == null) {
            skip(record, "NO_KEY");
        } else if (record.value() == null) {
            keys.withdraw(keyId(record));
        } else {
            take(record, keys);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, AnnouncedKeys keys) {
        switch (values.decode(record.topic(), record.value())) {
            case Value.Undecodable undecodable ->
                skip(record, undecodable.reason().name());
            case Value.Record(PublicKey key) when key.getKeyId().equals(keyId(record)) -> announce(record, key, keys);
            case Value.Record(PublicKey key) -> skip(record, "KEY_MISMATCH");
            case Value.Record other -> skip(record, "UNEXPECTED_TYPE");
        }
    }

    private static void announce(ConsumerRecord<byte[], byte[]> record, PublicKey key, AnnouncedKeys keys) {
        var verdict = keys.announce(key);
        if (verdict != AnnouncedKeys.Verdict.ACCEPTED) {
            skip(record, verdict.name());
        }
    }

    private static void skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        log.warn("skipped {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
    }

    private static String keyId(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
