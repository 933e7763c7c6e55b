package io.latchkey.schemas.topics;

/** Who writes and reads topics; a principal each, for the broker's access control. */
public enum Party {
    PORTALS,
    ADMINISTRATORS,
    REGISTRATION,
    VERIFICATION,
    NOTIFICATION,
    OPERATORS
}
