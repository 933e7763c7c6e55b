package io.latchkey.registration.destination;

/**
 * Reads phone numbers as people type them. A pure function, like a hash: the same text and region always give the same
 * reading.
 */
@FunctionalInterface
public interface PhoneNumbers {
    /** @param region ISO 3166-1 alpha-2, where a number without a country code is at home */
    Reading read(String text, String region);

    /** What a text turned out to be. */
    sealed interface Reading {
        /** A number that can take an SMS. */
        record Mobile(PhoneNumber number) implements Reading {}

        /** Exists and takes no SMS: a land line, a premium number, one behind an extension. */
        record Unsupported() implements Reading {}

        /** Not a number that can exist. */
        record Invalid() implements Reading {}
    }
}
