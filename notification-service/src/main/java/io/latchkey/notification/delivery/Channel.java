package io.latchkey.notification.delivery;

/** How a message reaches a person. */
public enum Channel {
    SMS,
    EMAIL,
    VOICE,
    /** One that this version does not know: nothing can be sent by it. */
    OTHER
}
