package io.latchkey.verification.code;

import java.util.Optional;
import java.util.regex.Pattern;

/** The digits that prove possession of a destination. Lives only between the context and the sealer, or the hasher. */
public record Code(String digits) {

    private static final Pattern WELL_FORMED = Pattern.compile("[0-9]{6,10}");

    public Code {
        if (!wellFormed(digits)) {
            throw new IllegalArgumentException("a code has 6 to 10 digits");
        }
    }

    /** Empty for what no code can look like, whatever length was configured when it was made. */
    static Optional<Code> read(String text) {
        return wellFormed(text) ? Optional.of(new Code(text)) : Optional.empty();
    }

    private static boolean wellFormed(String text) {
        return WELL_FORMED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
