package io.latchkey.schemas.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** What a golden file holds of a record, made from its schema alone: the same for the same schema. */
enum SampleData {
    /** Everything is there, every list has two entries, numbers are large, text needs more than one byte per character. */
    FULL {
        @Override
        Object value(Schema schema, String path) {
            return switch (schema.getType()) {
                case RECORD -> record(schema, path);
                case UNION -> value(schema.getTypes().getLast(), path);
                case ARRAY ->
                    List.of(value(schema.getElementType(), path + "/0"), value(schema.getElementType(), path + "/1"));
                case ENUM ->
                    new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
                case STRING -> isId(schema) ? UUID.nameUUIDFromBytes(utf8(path)) : path + " é密";
                case BYTES -> ByteBuffer.wrap(new byte[] {0, 1, 127, -128, -1});
                case LONG -> isTime(schema) ? Instant.parse("2026-02-28T23:59:59.999Z") : Long.MAX_VALUE;
                case INT -> Integer.MAX_VALUE;
                case BOOLEAN -> true;
                case NULL, MAP, FIXED, FLOAT, DOUBLE -> throw noSample(schema);
            };
        }
    },
    /** What may be absent is, the rest is as small as it gets. */
    SPARSE {
        @Override
        Object value(Schema schema, String path) {
            return switch (schema.getType()) {
                case RECORD -> record(schema, path);
                case ARRAY -> List.of();
                case ENUM ->
                    new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getFirst());
                case STRING -> isId(schema) ? new UUID(0, 0) : "";
                case BYTES -> ByteBuffer.allocate(0);
                case LONG -> isTime(schema) ? Instant.EPOCH : 0L;
                case INT -> 0;
                case BOOLEAN -> false;
                case UNION, NULL, MAP, FIXED, FLOAT, DOUBLE -> throw noSample(schema);
            };
        }
    };

    abstract Object value(Schema schema, String path);

    GenericRecord of(Schema schema) {
        return record(schema, schema.getName());
    }

    GenericRecord record(Schema schema, String path) {
        var builder = new GenericRecordBuilder(schema);
        for (var field : schema.getFields()) {
            if (this == FULL || !optional(field)) {
                builder.set(field, value(field.schema(), path + "." + field.name()));
            }
        }
        return builder.build();
    }

    private static boolean optional(Field field) {
        return field.schema().isNullable();
    }

    private static boolean isId(Schema schema) {
        return LogicalTypes.uuid().equals(schema.getLogicalType());
    }

    private static boolean isTime(Schema schema) {
        return LogicalTypes.timestampMillis().equals(schema.getLogicalType());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException noSample(Schema schema) {
        return new IllegalArgumentException(
                "No contract uses " + schema.getType() + " yet: say here how a sample looks");
    }
}
