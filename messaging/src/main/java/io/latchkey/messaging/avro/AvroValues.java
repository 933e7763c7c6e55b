package io.latchkey.messaging.avro;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.OutageException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Between records and the bytes of values. Tells what can never be read from what cannot be read now, over any pair of
 * Kafka serializer and deserializer that speaks the Confluent wire format. Thread-safe as far as they are.
 */
public final class AvroValues implements AutoCloseable {
    static {
        AvroSafety.ensure();
    }

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;

    /** @param serializer configured, and so the deserializer, which must give generated classes */
    public AvroValues(Serializer<Object> serializer, Deserializer<Object> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** Over Latchkey's own serializer and deserializer. */
    public static AvroValues with(Map<String, ?> configs) {
        return configured(new AvroSerializer(), new AvroDeserializer(), configs);
    }

    /** Configures both alike, for generated classes. */
    public static AvroValues configured(
            Serializer<Object> serializer, Deserializer<Object> deserializer, Map<String, ?> configs) {
        var specific = new HashMap<String, Object>(configs);
        specific.put("specific.avro.reader", true);
        specific.putIfAbsent(
                "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy");
        serializer.configure(specific, false);
        deserializer.configure(specific, false);
        return new AvroValues(serializer, deserializer);
    }

    /** @throws OutageException if the registry does not answer */
    public Value decode(String topic, byte[] bytes) {
        try {
            return value(deserializer.deserialize(topic, bytes));
        } catch (KafkaException | AvroRuntimeException | SecurityException e) {
            return Failures.undecodable(e);
        }
    }

    /** @throws OutageException if the registry does not answer, or refuses the record's schema */
    public byte[] encode(String topic, SpecificRecord record) {
        try {
            return serializer.serialize(topic, record);
        } catch (KafkaException e) {
            throw Failures.unwritable(e);
        }
    }

    private static Value value(Object datum) {
        return datum instanceof SpecificRecord record
                ? new Value.Record(record)
                : new Value.Undecodable(DeadLetterReason.UNEXPECTED_TYPE, "not a record of a generated class");
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
