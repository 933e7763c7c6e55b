package io.latchkey.messaging.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Reads records of any topic and checks what is the same for all: type, identity, and that key and payload agree. */
public final class RecordReader {

    private static final String METADATA = "metadata";

    private final Topics topics;
    private final AvroValues values;
    private final Function<Class<? extends SpecificRecord>, Subject> subjects;

    public RecordReader(Topics topics, AvroValues values) {
        this(topics, values, Subject::usual);
    }

    /** @param subjects whom the records of each type speak of */
    public RecordReader(Topics topics, AvroValues values, Function<Class<? extends SpecificRecord>, Subject> subjects) {
        this.topics = topics;
        this.values = values;
        this.subjects = subjects;
    }

    /** What reading makes of a record. */
    public sealed interface Read {

        /** A record that belongs on its topic and names the account, or tenant, that its key names. */
        record Record(Topic topic, AggregateKey key, Metadata metadata, SpecificRecord value) implements Read {

            /** Never shows the content. */
            @Override
            public String toString() {
                return "Record[" + value.getSchema().getName() + "]";
            }
        }

        /** @param detail for operators; holds nothing of the content */
        record Undecodable(DeadLetterReason reason, String detail) implements Read {}
    }

    /** What a record says of itself. */
    public sealed interface Metadata {

        String tenantId();

        /** Empty in a record of the tenant itself. */
        String userId();

        UUID correlationId();

        record OfCommand(CommandMetadata value) implements Metadata {
            @Override
            public String tenantId() {
                return value.getTenantId();
            }

            @Override
            public String userId() {
                return value.getUserId();
            }

            @Override
            public UUID correlationId() {
                return value.getCorrelationId();
            }
        }

        record OfEvent(EventMetadata value) implements Metadata {
            @Override
            public String tenantId() {
                return value.getTenantId();
            }

            @Override
            public String userId() {
                return value.getUserId();
            }

            @Override
            public UUID correlationId() {
                return value.getCorrelationId();
            }
        }
    }

    /** @throws io.latchkey.messaging.engine.OutageException if the registry does not answer */
    public Read read(InputRecord input) {
        var bytes = input.value();
        if (bytes == null) {
            return new Read.Undecodable(DeadLetterReason.NULL_VALUE, "the topic has no tombstones");
        }
        return switch (values.decode(input.partition().topic(), bytes)) {
            case Value.Undecodable undecodable -> new Read.Undecodable(undecodable.reason(), undecodable.detail());
            case Value.Record decoded -> check(input, decoded.record());
        };
    }

    private Read check(InputRecord input, SpecificRecord record) {
        var topic = topics.topic(input.partition().topic());
        if (topic.isEmpty() || !topic.get().records().contains(record.getClass())) {
            return new Read.Undecodable(
                    DeadLetterReason.UNEXPECTED_TYPE, record.getSchema().getName() + " does not belong on this topic");
        }
        var metadata = metadata(record);
        return subjects.apply(record.getClass())
                .key(metadata.tenantId(), metadata.userId())
                .map(key -> checkKey(input, new Read.Record(topic.get(), key, metadata, record)))
                .orElseGet(() -> new Read.Undecodable(
                        DeadLetterReason.INVALID_KEY,
                        "tenant and user ids have 1 to 128 characters, no '/' and no control characters; only a record of a"
                                + " tenant has no user id"));
    }

    private static Read checkKey(InputRecord input, Read.Record record) {
        byte[] expected = record.key().value().getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(expected, input.key())
                ? record
                : new Read.Undecodable(
                        DeadLetterReason.KEY_MISMATCH,
                        "the record's key is not the payload's tenantId/userId or tenantId");
    }

    private static Metadata metadata(SpecificRecord record) {
        return switch (record.get(record.getSchema().getField(METADATA).pos())) {
            case CommandMetadata command -> new Metadata.OfCommand(command);
            case EventMetadata event -> new Metadata.OfEvent(event);
            default -> throw new IllegalStateException("every record of the catalogue says what it is");
        };
    }
}
