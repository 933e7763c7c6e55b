package io.latchkey.messaging.kafka;

import io.latchkey.messaging.avro.AvroValues;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Bytes that always decode to one record; every record has one form in bytes. */
final class FixedAvro {

    static final byte[] BYTES = {1};

    private FixedAvro() {}

    static AvroValues decodingTo(SpecificRecord record) {
        return new AvroValues(new Encoding(), new Decoding(record));
    }

    private static final class Encoding implements Serializer<Object> {
        @Override
        public byte[] serialize(String topic, Object record) {
            return BYTES;
        }
    }

    private record Decoding(SpecificRecord record) implements Deserializer<Object> {
        @Override
        public void configure(Map<String, ?> configs, boolean key) {}

        @Override
        public Object deserialize(String topic, byte[] bytes) {
            return record;
        }
    }
}
