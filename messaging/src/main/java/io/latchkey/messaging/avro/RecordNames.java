package io.latchkey.messaging.avro;

import io.latchkey.messaging.engine.OutageException;
import java.util.Map;

/** Says what type of record a value is, by the schema's id alone; the value itself is not decoded. */
public final class RecordNames implements AutoCloseable {

    private final RegistryClient registry;

    /** @param settings as of a deserializer, {@code schema.registry.url} at least */
    public RecordNames(Map<String, ?> settings) {
        registry = new RegistryClient(SerdeSettings.of(settings));
    }

    /** The record's full name, or why none can be given. */
    public String of(byte[] value) {
        try {
            return registry.schema(WireFormat.schemaId(value)).getFullName();
        } catch (UndecodableException | OutageException e) {
            return "type unknown: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}
