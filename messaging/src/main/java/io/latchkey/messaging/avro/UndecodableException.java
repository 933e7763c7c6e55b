package io.latchkey.messaging.avro;

import io.latchkey.messaging.engine.DeadLetterReason;
import org.apache.kafka.common.errors.SerializationException;

/** Bytes that will never become a record, however often they are read. The message holds nothing of their content. */
final class UndecodableException extends SerializationException {
    private static final long serialVersionUID = 1;

    private final DeadLetterReason reason;

    private UndecodableException(DeadLetterReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static UndecodableException unknownSchemaId(int id) {
        return new UndecodableException(DeadLetterReason.UNKNOWN_SCHEMA_ID, "the registry has no schema " + id);
    }

    static UndecodableException unexpectedType(String message) {
        return new UndecodableException(DeadLetterReason.UNEXPECTED_TYPE, message);
    }

    static UndecodableException malformed(String message) {
        return new UndecodableException(DeadLetterReason.MALFORMED, message);
    }

    DeadLetterReason reason() {
        return reason;
    }
}
