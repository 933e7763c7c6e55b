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
        /**
         * A number that can be called.
         *
         * @param country ISO 3166-1 alpha-2 that the number belongs to; {@code 001} for none
         * @param takesText whether an SMS reaches it: it is mobile, as far as the numbering plan tells, and has no extension
         */
        record Callable(PhoneNumber number, String country, boolean takesText) implements Reading {}

        /** Exists and is no person's: a premium or toll-free number, a pager. */
        record Unsupported() implements Reading {}

        /** Not a number that can exist. */
        record Invalid() implements Reading {}
    }
}
