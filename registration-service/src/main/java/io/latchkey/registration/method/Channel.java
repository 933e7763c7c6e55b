package io.latchkey.registration.method;

/** How a message reaches a person. */
public enum Channel {
    SMS,
    VOICE,
    EMAIL
}
