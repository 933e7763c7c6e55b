package io.latchkey.infrastructure.registry;

import org.apache.avro.Schema;

/**
 * A schema that a subject has.
 *
 * @param version from 1, per subject
 * @param id the same for equal schemas of all subjects
 */
record SchemaVersion(String subject, int version, int id, String schema) {

    /** Where the store keeps it. */
    String key() {
        return StoreKeys.version(subject, version);
    }

    Schema parsed() {
        return new Schema.Parser().parse(schema);
    }
}
