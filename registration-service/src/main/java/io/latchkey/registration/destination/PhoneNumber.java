package io.latchkey.registration.destination;

import io.latchkey.messaging.decision.Mask;
import org.jspecify.annotations.Nullable;

/**
 * A number that can be called or written to. Prints as {@code •••}.
 *
 * @param number E.164, such as {@code +491512345678}
 * @param extension digits, apart from the number; null where the number is reached directly
 */
public record PhoneNumber(String number, @Nullable String extension) implements Destination {

    private static final String EXTENSION = ";ext=";

    public PhoneNumber(String number) {
        this(number, null);
    }

    /** Of {@link #value}. */
    public static PhoneNumber of(String value) {
        int at = value.indexOf(EXTENSION);
        return at < 0
                ? new PhoneNumber(value)
                : new PhoneNumber(value.substring(0, at), value.substring(at + EXTENSION.length()));
    }

    /** As in a tel URI (RFC 3966): {@code +14255550100;ext=123}. */
    @Override
    public String value() {
        return extension == null ? number : number + EXTENSION + extension;
    }

    @Override
    public String canonical() {
        return value();
    }

    @Override
    public Mask mask() {
        return Mask.phone(number);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
