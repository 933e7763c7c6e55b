package io.latchkey.simulation.model;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.schemas.topics.RecordTypes;
import io.latchkey.schemas.topics.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The wire format with a registry that knows every schema of the catalogue. Used by one thread. */
public final class AvroModel implements Serializer<Object>, Deserializer<Object> {

    static {
        RecordTypes.trust();
    }

    private static final List<Class<? extends SpecificRecord>> TYPES = Arrays.stream(Topic.values())
            .flatMap(topic -> topic.records().stream())
            .distinct()
            .sorted(Comparator.comparing(Class::getName))
            .toList();
    private static final int PREFIX = 5;

    private final Map<Class<?>, Integer> ids = new HashMap<>();
    private final List<SpecificDatumWriter<Object>> writers;
    private final List<SpecificDatumReader<Object>> readers;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    public AvroModel() {
        TYPES.forEach(type -> ids.put(type, ids.size()));
        writers = TYPES.stream()
                .map(type -> new SpecificDatumWriter<Object>(SpecificData.get().getSchema(type)))
                .toList();
        readers = TYPES.stream()
                .map(type -> new SpecificDatumReader<Object>(SpecificData.get().getSchema(type)))
                .toList();
    }

    public AvroValues values() {
        return new AvroValues(this, this);
    }

    @Override
    public byte[] serialize(String topic, Object value) {
        int id = Objects.requireNonNull(ids.get(value.getClass()), "a record of the catalogue");
        buffer.reset();
        buffer.writeBytes(ByteBuffer.allocate(PREFIX).put((byte) 0).putInt(id).array());
        encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
        try {
            writers.get(id).write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }

    @Override
    public Object deserialize(String topic, byte[] bytes) {
        if (bytes.length < PREFIX || bytes[0] != 0) {
            throw new SerializationException("not the wire format");
        }
        int id = ByteBuffer.wrap(bytes, 1, PREFIX - 1).getInt();
        decoder = DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, decoder);
        try {
            return readers.get(id).read(null, decoder);
        } catch (IOException e) {
            throw new SerializationException("not a record", e);
        }
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
