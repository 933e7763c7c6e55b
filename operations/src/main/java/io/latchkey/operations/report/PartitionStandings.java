package io.latchkey.operations.report;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.RegistrationStatus;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The newest status of every account of one partition; what is gone is remembered, so that nothing older brings it back. */
final class PartitionStandings {

    private final Map<String, Newest> newest = new HashMap<>();
    private final AvroValues values;
    private long skipped;

    PartitionStandings(AvroValues values) {
        this.values = values;
    }

    private record Newest(Order order, @Nullable Standing standing) {}

    void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            skipped++;
        } else if (record.value() == null) {
            Order.ofTombstone(record.headers())
                    .ifPresentOrElse(order -> tell(record.key(), new Newest(order, null)), () -> skipped++);
        } else if (values.decode(record.topic(), record.value()) instanceof Value.Record(RegistrationStatus status)) {
            tell(record.key(), new Newest(Order.of(status), Standing.of(status)));
        } else {
            skipped++;
        }
    }

    private void tell(byte[] key, Newest told) {
        newest.merge(
                new String(key, StandardCharsets.UTF_8),
                told,
                (known, other) -> other.order().compareTo(known.order()) < 0 ? known : other);
    }

    /** Records that could not be read, or say nothing of their age. */
    long skipped() {
        return skipped;
    }

    void forEach(BiConsumer<AggregateKey, Standing> accounts) {
        newest.forEach((key, told) -> {
            if (told.standing() != null) {
                accounts.accept(AggregateKey.parse(key), told.standing());
            }
        });
    }
}
