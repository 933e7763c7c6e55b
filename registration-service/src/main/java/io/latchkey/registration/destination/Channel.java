package io.latchkey.registration.destination;

/** How a message reaches a person. */
public enum Channel {
    SMS,
    VOICE,
    EMAIL
}
