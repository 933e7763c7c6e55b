package io.latchkey.registration.question;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a question for ever, such as {@code hiding-place}; one that a tenant added begins with {@code custom-}. Never the
 * text, which may be worded anew.
 *
 * @param value up to 64 characters: words of {@code a-z} and {@code 0-9}, joined by single hyphens
 */
public record QuestionId(String value) {

    private static final Pattern WELL_FORMED = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final String CUSTOM = "custom-";

    public QuestionId {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("a question's id has up to 64 of a-z, 0-9 and single hyphens");
        }
    }

    /** Empty for what no question can be called. */
    public static Optional<QuestionId> of(String text) {
        return wellFormed(text) ? Optional.of(new QuestionId(text)) : Optional.empty();
    }

    /** Whether a tenant added it. */
    public boolean custom() {
        return value.startsWith(CUSTOM);
    }

    private static boolean wellFormed(String text) {
        return WELL_FORMED.matcher(text).matches();
    }
}
