package io.latchkey.schemas.topics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Every type that a topic carries, and every type within those. */
final class Contracts {

    private Contracts() {}

    static Schema schema(Class<?> type) {
        return SpecificData.get().getSchema(type);
    }

    /** Records and enums. */
    static Stream<Schema> named() {
        Map<String, Schema> found = new LinkedHashMap<>();
        Arrays.stream(Topic.values())
                .flatMap(topic -> topic.records().stream())
                .forEach(type -> collect(schema(type), found));
        return found.values().stream();
    }

    static Stream<Schema> records() {
        return named().filter(schema -> schema.getType() == Schema.Type.RECORD);
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                found.put(schema.getFullName(), schema);
                schema.getFields().forEach(field -> collect(field.schema(), found));
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            case STRING, BYTES, INT, LONG, BOOLEAN, NULL -> {}
            case MAP, FIXED, FLOAT, DOUBLE -> throw new IllegalArgumentException("not used: " + schema);
        }
    }
}
