package io.latchkey.embedded.scan;

/**
 * Bytes to look through.
 *
 * @param kind of place; the canary must be found in every kind
 * @param place as a person would name it, such as a topic or a file
 */
public record Haystack(Kind kind, String place, byte[] bytes) {

    /** Where Latchkey leaves bytes. */
    public enum Kind {
        TOPIC,
        COLLECTION,
        FILE,
        LOG
    }

    /** Never shows the bytes. */
    @Override
    public String toString() {
        return kind + " " + place;
    }
}
