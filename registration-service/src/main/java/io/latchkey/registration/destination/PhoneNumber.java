package io.latchkey.registration.destination;

import io.latchkey.messaging.decision.Mask;

/** @param value E.164, such as {@code +491512345678} */
public record PhoneNumber(String value) implements Destination {
    @Override
    public String canonical() {
        return value;
    }

    @Override
    public Mask mask() {
        return Mask.phone(value);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
