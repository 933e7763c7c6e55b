package io.latchkey.messaging.avro;

import io.latchkey.schemas.topics.RecordTypes;

/** What Avro must be told once, before it reads anything that others wrote. */
final class AvroSafety {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_ITEMS = 1 << 16;

    private AvroSafety() {}

    /**
     * Bounds what Avro allocates on the word of a length, well above the 64 KiB of any record, and lets it make records of
     * the contracts. The bounds are system properties that Avro reads once; one that is set already stays.
     */
    static void ensure() {
        bound("bytes.maxLength", MAX_LENGTH);
        bound("string.maxLength", MAX_LENGTH);
        bound("collectionItems.maxLength", MAX_ITEMS);
        RecordTypes.trust();
    }

    private static void bound(String name, int value) {
        var property = "org.apache.avro.limits." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }
}
