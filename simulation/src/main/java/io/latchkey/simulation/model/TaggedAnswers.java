package io.latchkey.simulation.model;

import io.latchkey.registration.question.Answer;
import io.latchkey.registration.question.AnswerBinding;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.AnswerHasher;
import java.util.UUID;

/** Hashes that cost nothing and hide nothing. */
public final class TaggedAnswers implements AnswerHasher {

    @Override
    public AnswerHash hash(Answer answer, AnswerBinding binding, UUID commandId) {
        return new AnswerHash(tag(answer, binding) + "/" + commandId);
    }

    @Override
    public boolean matches(Answer answer, AnswerBinding binding, AnswerHash hash) {
        return hash.phc().startsWith(tag(answer, binding) + "/");
    }

    private static String tag(Answer answer, AnswerBinding binding) {
        return binding.account().value() + "/" + binding.question().value() + "/" + answer.normalised();
    }
}
