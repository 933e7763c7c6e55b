package io.latchkey.messaging.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of every key of a compacted topic whose records say their epoch and sequence: an older one that arrives
 * later changes nothing. What cannot be read is skipped, and what was known of its key stays.
 *
 * @param <V> what a value is read as
 */
public final class CompactedView<V> implements AutoCloseable {

    private final SkippedRecords skipped = new SkippedRecords();
    private final AvroValues values;
    private final Reading<V> reading;
    private final TopicFollower<NewestValues<V>> follower;

    /** Makes a value of a record; empty where it is of no use. What it throws makes the record one that cannot be read. */
    @FunctionalInterface
    public interface Reading<V> {

        /** @throws OutageException if something that it needs does not answer; all is read anew then */
        Optional<V> read(SpecificRecord record);
    }

    /**
     * @param name of what is followed, for people
     * @param consumers opens a consumer that has no group and commits nothing
     */
    public CompactedView(
            String name,
            String topic,
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            AvroValues values,
            Reading<V> reading) {
        this.values = values;
        this.reading = reading;
        this.follower = new TopicFollower<>(name, topic, consumers, new TopicFollower.Reader<>() {
            @Override
            public NewestValues<V> nothing() {
                return new NewestValues<>();
            }

            @Override
            public void read(ConsumerRecord<byte[], byte[]> record, NewestValues<V> known) {
                take(record, known);
            }
        });
    }

    public void start() {
        follower.start(() -> {});
    }

    /** Why nothing can be looked up yet, for operators; holds no personal value. Empty once the topic was read to its end. */
    public Optional<String> problem() {
        return follower.problem();
    }

    /** @throws OutageException before the topic was read to the end that it had at the start */
    public Optional<V> value(String key) {
        return follower.known().value(key);
    }

    /** Those that have a value now. */
    public Set<String> keys() {
        return follower.known().keys();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, NewestValues<V> known) {
        if (record.key() == null) {
            skipped.skip(record, "NO_KEY");
        } else if (record.value() == null) {
            takeTombstone(record, known);
        } else {
            takeValue(record, known);
        }
    }

    private void takeTombstone(ConsumerRecord<byte[], byte[]> record, NewestValues<V> known) {
        ValueOrder.of(record.headers())
                .ifPresentOrElse(
                        order -> known.tell(key(record), order, null),
                        () -> skipped.skip(record, "NO_EPOCH_OR_SEQUENCE"));
    }

    private void takeValue(ConsumerRecord<byte[], byte[]> record, NewestValues<V> known) {
        switch (values.decode(record.topic(), record.value())) {
            case Value.Undecodable undecodable ->
                skipped.skip(record, undecodable.reason().name());
            case Value.Record(SpecificRecord value) -> takeValue(record, value, known);
        }
    }

    private void takeValue(ConsumerRecord<byte[], byte[]> record, SpecificRecord value, NewestValues<V> known) {
        var metadata = metadata(value);
        if (metadata == null) {
            skipped.skip(record, "UNEXPECTED_TYPE");
        } else if (!key(metadata).equals(key(record))) {
            skipped.skip(record, "KEY_MISMATCH");
        } else {
            read(record, value).ifPresent(readable -> known.tell(key(record), ValueOrder.of(metadata), readable));
        }
    }

    private Optional<V> read(ConsumerRecord<byte[], byte[]> record, SpecificRecord value) {
        try {
            var readable = reading.read(value);
            if (readable.isEmpty()) {
                skipped.skip(record, "UNEXPECTED_TYPE");
            }
            return readable;
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            skipped.skip(record, "READING_FAILED: " + Retry.describe(e));
            return Optional.empty();
        }
    }

    private static @Nullable EventMetadata metadata(SpecificRecord value) {
        Schema.Field field = value.getSchema().getField("metadata");
        return field != null && value.get(field.pos()) instanceof EventMetadata metadata ? metadata : null;
    }

    private static String key(EventMetadata metadata) {
        return metadata.getUserId().isEmpty()
                ? metadata.getTenantId()
                : metadata.getTenantId() + "/" + metadata.getUserId();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Stops following; what is known stays so. */
    @Override
    public void close() {
        follower.close();
    }
}
