package io.latchkey.registration.question;

import java.util.Optional;

/**
 * A question that a tenant added, in the one language it was written in.
 *
 * @param id begins with {@code custom-}
 * @param text 3 to 200 code points without surrounding white space and control characters
 */
public record CustomQuestion(QuestionId id, String text) {

    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 200;

    public CustomQuestion {
        if (!id.custom() || !valid(text)) {
            throw new IllegalArgumentException(
                    "a custom question has an id of its kind and a text of 3 to 200 characters");
        }
    }

    /** Surrounding white space is dropped; empty where id or text are not fit for a question. */
    public static Optional<CustomQuestion> of(String id, String text) {
        var stripped = text.strip();
        return QuestionId.of(id)
                .filter(QuestionId::custom)
                .filter(_ -> valid(stripped))
                .map(known -> new CustomQuestion(known, stripped));
    }

    private static boolean valid(String text) {
        int length = text.codePointCount(0, text.length());
        return MIN_LENGTH <= length
                && length <= MAX_LENGTH
                && text.strip().length() == text.length()
                && text.codePoints().noneMatch(NormalForm::unwritable);
    }
}
