package io.latchkey.schemas.topics;

/** How a reader recognises the repeat of a record. */
public enum Numbering {
    /** Commands: by their id. */
    BY_COMMAND_ID,
    /** Events: by epoch and sequence per account, or per tenant where the key is the tenant alone. */
    BY_ACCOUNT,
    /** Events: by epoch and sequence per notification. */
    BY_NOTIFICATION,
    /** By what it says. */
    NONE
}
