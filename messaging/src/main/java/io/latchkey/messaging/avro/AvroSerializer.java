package io.latchkey.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in the Confluent wire format: bytes and settings are those of Confluent's own serializer, whose
 * place it can take. Settings: {@link SerdeSettings}. Thread-safe once configured.
 */
public final class AvroSerializer implements Serializer<Object> {
    private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);
    private final Map<Class<?>, DatumWriter<Object>> writers = new ConcurrentHashMap<>();
    private @Nullable SerdeSettings settings;
    private @Nullable RegistryClient registry;

    /** Configured by the Kafka client that is given this class, or by hand. */
    public AvroSerializer() {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        settings = SerdeSettings.of(configs);
        registry = new RegistryClient(settings);
    }

    /**
     * @throws io.latchkey.messaging.engine.OutageException if the registry does not answer
     * @throws SerializationException if the registry refuses the schema, or the record lacks a value; says nothing of its
     *     content
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object data) {
        return switch (data) {
            case null -> null;
            case GenericContainer datum -> buffers.get().write(id(topic, datum.getSchema()), datum, writer(datum));
            default -> throw new SerializationException("not an Avro record: " + data.getClass());
        };
    }

    private int id(String topic, Schema schema) {
        var configured = Objects.requireNonNull(settings, "not configured");
        var client = Objects.requireNonNull(registry, "not configured");
        var subject = configured.subjects().subject(topic, schema);
        if (configured.autoRegister()) {
            return client.register(subject, schema);
        }
        return configured.useLatest() ? client.latest(subject, schema) : client.lookUp(subject, schema);
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private DatumWriter<Object> writer(GenericContainer datum) {
        return datum instanceof SpecificRecord
                ? writers.computeIfAbsent(datum.getClass(), type -> new SpecificDatumWriter<>(datum.getSchema()))
                : new GenericDatumWriter<>(datum.getSchema());
    }

    /** What one thread writes with, time and again. */
    private static final class Buffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

        byte[] write(int id, GenericContainer datum, DatumWriter<Object> writer) {
            dropWhatAFailureLeft();
            bytes.writeBytes(WireFormat.header(id));
            try {
                writer.write(datum, encoder);
                encoder.flush();
            } catch (IOException | RuntimeException e) {
                throw new SerializationException("cannot write "
                        + datum.getSchema().getFullName() + ": " + e.getClass().getSimpleName());
            }
            return bytes.toByteArray();
        }

        private void dropWhatAFailureLeft() {
            EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
        }
    }
}
