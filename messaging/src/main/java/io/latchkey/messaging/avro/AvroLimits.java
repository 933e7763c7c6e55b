package io.latchkey.messaging.avro;

/**
 * Bounds for what Avro allocates on the word of a length prefix. No record is longer than 64 KiB. Avro reads them once, as
 * system properties; one that is set already stays.
 */
final class AvroLimits {
    private static final String MAXIMUM = Integer.toString(1 << 20);
    private static final String MAXIMUM_ITEMS = Integer.toString(1 << 16);

    private AvroLimits() {}

    static void set() {
        bound("bytes.maxLength", MAXIMUM);
        bound("string.maxLength", MAXIMUM);
        bound("collectionItems.maxLength", MAXIMUM_ITEMS);
    }

    private static void bound(String name, String value) {
        var property = "org.apache.avro.limits." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
