package io.latchkey.verification.code;

import java.util.Optional;
import java.util.regex.Pattern;

/** The digits that prove possession of a destination. Lives only between the context and the sealer, or the hasher. */
public record Code(String digits) {

    static final int MIN_LENGTH = 6;
    static final int MAX_LENGTH = 10;

    private static final Pattern WELL_FORMED = Pattern.compile("[0-9]{" + MIN_LENGTH + "," + MAX_LENGTH + "}");

    public Code {
        if (!wellFormed(digits)) {
            throw new IllegalArgumentException("a code has 6 to 10 digits");
        }
    }

    /** Empty for what no code can look like, whatever length the policy asked for when it was made. */
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
