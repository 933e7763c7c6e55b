package io.latchkey.registration.method;

import io.latchkey.registration.question.QuestionList;
import io.latchkey.registration.question.SecurityAnswers;
import java.time.Instant;

/**
 * A person's answers to security questions, as one method: in force as soon as they are taken, since a code proves nothing
 * about them.
 *
 * @param confirmedAt when they were last said to be still true
 */
public record Questions(MethodId id, SecurityAnswers answers, Instant confirmedAt) {

    /** How many of the questions may still be asked. */
    int count(QuestionList approved) {
        return (int) answers.answers().stream()
                .filter(answer -> approved.offers(answer.question()))
                .count();
    }

    Questions confirmed(Instant at) {
        return new Questions(id, answers, at.isAfter(confirmedAt) ? at : confirmedAt);
    }
}
