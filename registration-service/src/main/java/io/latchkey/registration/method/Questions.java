package io.latchkey.registration.method;

import io.latchkey.registration.question.SecurityAnswers;
import java.time.Instant;

/**
 * A person's answers to security questions, as one method: in force as soon as they are taken, since a code proves nothing
 * about them.
 *
 * @param confirmedAt when they were last said to be still true
 */
public record Questions(MethodId id, SecurityAnswers answers, Instant confirmedAt) {

    int count() {
        return answers.answers().size();
    }

    Questions confirmed(Instant at) {
        return new Questions(id, answers, at.isAfter(confirmedAt) ? at : confirmedAt);
    }
}
