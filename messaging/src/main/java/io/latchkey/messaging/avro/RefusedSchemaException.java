package io.latchkey.messaging.avro;

import org.apache.kafka.common.errors.SerializationException;

/** The registry does not have the schema to write with, and does not take it. An operator must act. */
final class RefusedSchemaException extends SerializationException {
    private static final long serialVersionUID = 1;

    RefusedSchemaException(String message) {
        super(message);
    }
}
