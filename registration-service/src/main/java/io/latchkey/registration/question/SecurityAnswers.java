package io.latchkey.registration.question;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;
import java.util.List;

/** What an account keeps of its answers, all registered at once. */
public record SecurityAnswers(List<RegisteredAnswer> answers, Instant registeredAt) {

    public SecurityAnswers {
        answers = List.copyOf(answers);
    }

    /** False also for a question that was not registered. As slow as one hash. */
    public boolean matches(AggregateKey account, QuestionId question, Answer answer, AnswerHasher hasher) {
        var binding = new AnswerBinding(account, question);
        return answers.stream()
                .filter(registered -> registered.question().equals(question))
                .anyMatch(registered -> hasher.matches(answer, binding, registered.hash()));
    }
}
