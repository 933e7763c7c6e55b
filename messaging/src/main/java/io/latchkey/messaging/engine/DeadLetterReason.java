package io.latchkey.messaging.engine;

/** Why a record became a dead letter; stable, for operators and programs. */
public enum DeadLetterReason {
    /** The value is null where the topic has no tombstones. */
    NULL_VALUE,
    /** More than 64 KiB. */
    TOO_LARGE,
    /** Not the Confluent wire format, or bytes that do not decode with their schema. */
    MALFORMED,
    /** The registry answers that it has no such schema id. */
    UNKNOWN_SCHEMA_ID,
    /** A record type that does not belong on the topic. */
    UNEXPECTED_TYPE,
    /** The tenant or user id is empty, too long, or holds {@code /} or control characters. */
    INVALID_KEY,
    /** The record's key names another account than its payload. */
    KEY_MISMATCH,
    /** Reading it threw before anything was decided: a fault of the service, to be redriven once mended. */
    READING_FAILED,
    /** The decision threw: a fault of the service, to be redriven once mended. The aggregate's document has a mark of it. */
    DECISION_FAILED,
    /** A record of a redrive topic that does not say what it redrives; its original can be redriven again. */
    INVALID_REDRIVE;

    /** Whether the aggregate remembers that this record failed, until it is redriven. */
    boolean marks() {
        return this == DECISION_FAILED;
    }
}
