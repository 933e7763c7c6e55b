package io.latchkey.embedded.scan;

import java.util.Locale;

/** A value found where none may be. */
public record Finding(String needle, Haystack.Kind kind, String place, Encoding encoding) {

    @Override
    public String toString() {
        return "%s in %s %s (%s)"
                .formatted(
                        needle,
                        kind.name().toLowerCase(Locale.ROOT),
                        place,
                        encoding.name().toLowerCase(Locale.ROOT));
    }
}
