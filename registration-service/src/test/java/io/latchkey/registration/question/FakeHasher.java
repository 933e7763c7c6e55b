package io.latchkey.registration.question;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.UUID;

/** Quick and readable: a hash names all that it was made of. */
final class FakeHasher implements AnswerHasher {

    static final AggregateKey ACCOUNT = new AggregateKey("contoso", "u-1");
    static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private int calls;

    @Override
    public AnswerHash hash(Answer answer, AnswerBinding binding, UUID commandId) {
        calls++;
        return new AnswerHash(commandId + " " + bound(answer, binding));
    }

    @Override
    public boolean matches(Answer answer, AnswerBinding binding, AnswerHash hash) {
        return hash.phc().endsWith(" " + bound(answer, binding));
    }

    int calls() {
        return calls;
    }

    private static String bound(Answer answer, AnswerBinding binding) {
        return binding.account().value() + " " + binding.question().value() + " " + answer.normalised();
    }
}
