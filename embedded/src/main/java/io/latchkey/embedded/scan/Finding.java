package io.latchkey.embedded.scan;

/** A value found where none may be. */
public record Finding(String needle, Haystack.Kind kind, String place, Encoding encoding) {

    @Override
    public String toString() {
        return "%s in %s %s (%s)"
                .formatted(
                        needle,
                        kind.name().toLowerCase(java.util.Locale.ROOT),
                        place,
                        encoding.name().toLowerCase(java.util.Locale.ROOT));
    }
}
