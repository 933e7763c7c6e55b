package io.latchkey.registration.question;

import java.util.List;

/**
 * Answers after the prepare step, in the command's order.
 *
 * @param questionIds as they stand in the command, for its canonical content
 * @param answers as many, or none where there are too many to be looked at
 */
public record PreparedAnswers(List<String> questionIds, List<PreparedAnswer> answers) {
    public PreparedAnswers {
        questionIds = List.copyOf(questionIds);
        answers = List.copyOf(answers);
    }
}
