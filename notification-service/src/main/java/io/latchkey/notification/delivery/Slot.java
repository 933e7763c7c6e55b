package io.latchkey.notification.delivery;

/** Whether a message could be sent at this moment. */
public sealed interface Slot {

    /** A place is free and held. */
    record Free(String provider, Lease lease) implements Slot {}

    /** All places are taken. */
    record Busy() implements Slot {}

    /** Nobody sends by this channel. */
    record NoProvider() implements Slot {}
}
