package io.latchkey.schemas.topics;

/** What a topic's record key is, as UTF-8. */
public enum RecordKey {
    /** {@code tenantId/userId}. */
    ACCOUNT,
    /** {@code tenantId}. */
    TENANT,
    /** The id of a public key. */
    KEY_ID
}
