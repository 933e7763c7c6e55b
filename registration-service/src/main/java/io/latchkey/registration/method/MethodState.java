package io.latchkey.registration.method;

/** How far a method has come. */
public enum MethodState {
    /** Put down by an administrator, not proven. */
    PREPOPULATED,
    /** Registered by the person, not proven. */
    UNPROVEN,
    /** Proven, and in force. */
    PROVEN,
    /** Proven once, to be proven again before it counts. */
    TO_BE_PROVEN_AGAIN
}
