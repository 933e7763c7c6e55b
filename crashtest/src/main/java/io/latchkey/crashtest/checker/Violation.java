package io.latchkey.crashtest.checker;

import java.util.Locale;

/** What is not as promised; ids and places only, never a value. */
public record Violation(Kind kind, String what) {

    public enum Kind {
        LOST,
        DOUBLED,
        OTHER
    }

    static Violation of(String what) {
        return new Violation(Kind.OTHER, what);
    }

    static Violation lost(String what) {
        return new Violation(Kind.LOST, what);
    }

    static Violation doubled(String what) {
        return new Violation(Kind.DOUBLED, what);
    }

    @Override
    public String toString() {
        return kind == Kind.OTHER ? what : kind.name().toLowerCase(Locale.ROOT) + ": " + what;
    }
}
