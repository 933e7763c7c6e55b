package io.latchkey.messaging.avro;

import io.latchkey.messaging.engine.DeadLetterReason;
import org.apache.avro.specific.SpecificRecord;

/** What decoding makes of the bytes of a value. */
public sealed interface Value {

    /** A record of a generated class, complete. */
    record Record(SpecificRecord record) implements Value {

        /** Never shows the content. */
        @Override
        public String toString() {
            return "Record[" + record.getSchema().getName() + "]";
        }
    }

    /**
     * Bytes that will never become a record.
     *
     * @param detail for operators; holds nothing of the content
     */
    record Undecodable(DeadLetterReason reason, String detail) implements Value {}
}
