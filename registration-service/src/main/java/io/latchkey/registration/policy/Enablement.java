package io.latchkey.registration.policy;

/** Whose accounts may reset their own password. */
public enum Enablement {
    NONE,
    /** Members of the groups named. */
    SELECTED,
    ALL
}
