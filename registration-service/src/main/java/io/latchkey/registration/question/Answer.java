package io.latchkey.registration.question;

import io.latchkey.messaging.decision.Opened;

/**
 * An answer in its normal form. Lives only between the prepare step and the end of the decision, and prints as
 * {@code •••}; what is kept is its {@link AnswerHash}.
 */
public record Answer(String normalised) {

    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 40;

    /** In UTF-16 units, before anything is normalised: no text that people type for 40 characters is longer. */
    private static final int MAX_TYPED = 400;

    /** What a sealed field turned out to hold. */
    public sealed interface Reading {
        record Usable(Answer answer) implements Reading {}

        record Unusable(AnswerFault fault) implements Reading {}
    }

    /** Lengths are those of the normal form, in code points (NIST SP 800-63B-4 counts passwords so). */
    public static Reading read(Opened field) {
        return switch (field) {
            case Opened.Unreadable _ -> new Reading.Unusable(AnswerFault.UNREADABLE_FIELD);
            case Opened.Readable(var text)
            when text.length() > MAX_TYPED -> new Reading.Unusable(AnswerFault.ANSWER_TOO_LONG);
            case Opened.Readable(var text)
            when text.codePoints().anyMatch(NormalForm::unwritable) -> new Reading.Unusable(AnswerFault.INVALID_FIELD);
            case Opened.Readable(var text) -> measured(NormalForm.of(text));
        };
    }

    private static Reading measured(String normalised) {
        int length = normalised.codePointCount(0, normalised.length());
        if (length < MIN_LENGTH) {
            return new Reading.Unusable(AnswerFault.ANSWER_TOO_SHORT);
        }
        return length > MAX_LENGTH
                ? new Reading.Unusable(AnswerFault.ANSWER_TOO_LONG)
                : new Reading.Usable(new Answer(normalised));
    }

    /** Whether a text, however it is spelled, has this answer in it. */
    boolean containedIn(String text) {
        return NormalForm.of(text).contains(normalised);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
