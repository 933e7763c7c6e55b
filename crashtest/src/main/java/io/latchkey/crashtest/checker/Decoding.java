package io.latchkey.crashtest.checker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** From the Confluent wire format to plain maps, by the schema that the writer used. */
final class Decoding {

    private static final int HEADER = 5;

    private final Registry registry;

    Decoding(Registry registry) {
        this.registry = registry;
    }

    /** A record's name and its fields. */
    record Decoded(String type, Map<String, @Nullable Object> fields) {}

    /** Empty for what is no record. */
    Optional<Decoded> decode(byte @Nullable [] value) {
        if (value == null || value.length < HEADER || value[0] != 0) {
            return Optional.empty();
        }
        int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        return registry.schema(id).flatMap(schema -> {
            try {
                var decoder = DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null);
                var record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
                return Optional.of(new Decoded(schema.getName(), map(record)));
            } catch (IOException | AvroRuntimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Map<String, @Nullable Object> map(GenericRecord record) {
        var map = new HashMap<String, @Nullable Object>();
        record.getSchema().getFields().forEach(field -> map.put(field.name(), plain(record.get(field.pos()))));
        return map;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case GenericRecord record -> map(record);
            case List<?> list -> list.stream().map(Decoding::plain).toList();
            case ByteBuffer bytes -> HexFormat.of().formatHex(array(bytes));
            case GenericFixed fixed -> HexFormat.of().formatHex(fixed.bytes());
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static byte[] array(ByteBuffer bytes) {
        var array = new byte[bytes.remaining()];
        bytes.duplicate().get(array);
        return array;
    }
}
