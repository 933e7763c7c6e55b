package io.latchkey.registration.method;

/** Who named a method's destination. */
public enum Origin {
    /** The person it belongs to. */
    PERSON,
    /** An administrator, for the person to confirm or correct. */
    ADMINISTRATOR
}
