package io.latchkey.registration.question;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.List;
import java.util.UUID;

/**
 * The costly half, for the engine's prepare step: normalises and hashes. It knows no policy, because the one that counts is
 * the one in force when the command is decided; what it hashes in vain is bounded by the number of answers.
 */
public record AnswerPreparation(AnswerHasher hasher) {

    public PreparedAnswers prepare(AggregateKey account, UUID commandId, List<SubmittedAnswer> submitted) {
        var questionIds = submitted.stream().map(SubmittedAnswer::questionId).toList();
        var looked = submitted.size() > Answers.MAX ? List.<SubmittedAnswer>of() : submitted;
        return new PreparedAnswers(
                questionIds,
                looked.stream()
                        .map(answer -> prepare(account, commandId, answer))
                        .toList());
    }

    private PreparedAnswer prepare(AggregateKey account, UUID commandId, SubmittedAnswer submitted) {
        return QuestionId.of(submitted.questionId())
                .map(question -> prepare(new AnswerBinding(account, question), commandId, submitted))
                .orElseGet(PreparedAnswer.Unasked::new);
    }

    private PreparedAnswer prepare(AnswerBinding binding, UUID commandId, SubmittedAnswer submitted) {
        return switch (Answer.read(submitted.answer())) {
            case Answer.Reading.Usable(var answer) ->
                new PreparedAnswer.Hashed(binding.question(), answer, hasher.hash(answer, binding, commandId));
            case Answer.Reading.Unusable(var fault) -> new PreparedAnswer.Faulty(binding.question(), fault);
        };
    }
}
