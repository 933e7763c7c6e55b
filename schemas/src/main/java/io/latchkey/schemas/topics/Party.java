package io.latchkey.schemas.topics;

/** Who writes and reads topics; an installation maps each to the principals that its broker knows. */
public enum Party {
    /** Upstream portals, which act for people. */
    PORTALS,
    /** Portals and bulk synchronisation of administrators. */
    ADMINISTRATORS,
    REGISTRATION,
    VERIFICATION,
    NOTIFICATION,
    /** People and tools that watch dead letters and redrive them. */
    OPERATORS
}
