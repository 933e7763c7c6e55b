package io.latchkey.messaging.avro;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in the Confluent wire format, with the settings of Confluent's own deserializer, whose place it can
 * take. It is stricter: a value must end where its record ends. Settings: {@link SerdeSettings}. Thread-safe once
 * configured.
 */
public final class AvroDeserializer implements Deserializer<Object> {
    static {
        AvroSafety.ensure();
    }

    private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();
    private @Nullable RegistryClient registry;
    private boolean specific;

    /** Configured by the Kafka client that is given this class, or by hand. */
    public AvroDeserializer() {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        var settings = SerdeSettings.of(configs);
        specific = settings.specific();
        registry = new RegistryClient(settings);
    }

    /**
     * @throws io.latchkey.messaging.engine.OutageException if the registry does not answer
     * @throws SerializationException if these bytes will never be a record; says nothing of their content
     */
    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] data) {
        return data == null ? null : read(reader(WireFormat.schemaId(data)), data);
    }

    private DatumReader<Object> reader(int id) {
        var known = readers.get(id);
        if (known != null) {
            return known;
        }
        if (id <= 0) {
            throw UndecodableException.unknownSchemaId(id);
        }
        var made = reader(Objects.requireNonNull(registry, "not configured").schema(id));
        readers.put(id, made);
        return made;
    }

    private DatumReader<Object> reader(Schema written) {
        return specific ? new SpecificDatumReader<>(written, ownSchema(written)) : new GenericDatumReader<>(written);
    }

    /** This reader's own schema for a type, which may be older or newer than the writer's. */
    private static Schema ownSchema(Schema written) {
        var type = written.getType() == Schema.Type.RECORD ? trustedClass(written) : null;
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw UndecodableException.unexpectedType("no class for " + written.getFullName());
        }
        return SpecificData.get().getSchema(type);
    }

    /** Whoever may register schemas may name any class in them. */
    private static @Nullable Class<?> trustedClass(Schema written) {
        try {
            return SpecificData.get().getClass(written);
        } catch (SecurityException notTrusted) {
            return null;
        }
    }

    private static Object read(DatumReader<Object> reader, byte[] data) {
        var decoder =
                DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER, data.length - WireFormat.HEADER, null);
        try {
            var datum = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw UndecodableException.malformed("bytes follow the record");
            }
            return datum;
        } catch (UndecodableException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw UndecodableException.malformed(
                    "not a record of its schema: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
