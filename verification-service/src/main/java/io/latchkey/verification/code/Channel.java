package io.latchkey.verification.code;

/** How a code reaches the person. */
public enum Channel {
    SMS,
    VOICE,
    EMAIL
}
