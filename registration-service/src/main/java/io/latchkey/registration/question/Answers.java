package io.latchkey.registration.question;

import static io.latchkey.registration.question.AnswerFault.ANSWER_IN_QUESTION;
import static io.latchkey.registration.question.AnswerFault.ANSWER_REPEATED;
import static io.latchkey.registration.question.AnswerFault.ANSWER_TOO_COMMON;
import static io.latchkey.registration.question.AnswerFault.INVALID_FIELD;
import static io.latchkey.registration.question.AnswerFault.QUESTION_NOT_OFFERED;
import static io.latchkey.registration.question.AnswerFault.QUESTION_REPEATED;
import static io.latchkey.registration.question.AnswerFault.TOO_FEW_ANSWERS;
import static io.latchkey.registration.question.AnswerFault.TOO_MANY_ANSWERS;

import io.latchkey.registration.question.Judgement.Accepted;
import io.latchkey.registration.question.Judgement.Refused;
import io.latchkey.registration.question.PreparedAnswer.Faulty;
import io.latchkey.registration.question.PreparedAnswer.Hashed;
import io.latchkey.registration.question.PreparedAnswer.Unasked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a set of answers by the policy in force. The first fault is told: the number of answers, then answer by answer
 * the question, the answer itself, and the answer beside those before it.
 */
public final class Answers {

    /** However many a policy asks for. */
    static final int MAX = 10;

    private static final String FIELD = "answers";

    private final QuestionList approved;
    private final Set<QuestionId> asked = new HashSet<>();
    private final Set<Answer> given = new HashSet<>();
    private final List<RegisteredAnswer> accepted = new ArrayList<>();

    private Answers(QuestionList approved) {
        this.approved = approved;
    }

    /** @param required how many answers the policy asks for, at the least */
    public static Judgement judge(PreparedAnswers prepared, QuestionList approved, int required) {
        int count = prepared.questionIds().size();
        if (count > MAX) {
            return new Refused(TOO_MANY_ANSWERS, FIELD);
        }
        return count < required ? new Refused(TOO_FEW_ANSWERS, FIELD) : new Answers(approved).judge(prepared.answers());
    }

    private Judgement judge(List<PreparedAnswer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            var refused = judge(answers.get(i), FIELD + "[" + i + "].");
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new Accepted(accepted);
    }

    private Optional<Refused> judge(PreparedAnswer prepared, String path) {
        var questionId = path + "questionId";
        var answer = path + "answer";
        return switch (prepared) {
            case Unasked _ -> Optional.of(new Refused(INVALID_FIELD, questionId));
            case Faulty(var question, var fault) ->
                judge(question, questionId).or(() -> Optional.of(new Refused(fault, answer)));
            case Hashed hashed -> judge(hashed.question(), questionId).or(() -> judge(hashed, answer));
        };
    }

    private Optional<Refused> judge(QuestionId question, String field) {
        if (!approved.offers(question)) {
            return Optional.of(new Refused(QUESTION_NOT_OFFERED, field));
        }
        return asked.add(question) ? Optional.empty() : Optional.of(new Refused(QUESTION_REPEATED, field));
    }

    private Optional<Refused> judge(Hashed hashed, String field) {
        var answer = hashed.answer();
        if (DenyList.COMMON.has(answer)) {
            return Optional.of(new Refused(ANSWER_TOO_COMMON, field));
        }
        if (approved.texts(hashed.question()).stream().anyMatch(answer::containedIn)) {
            return Optional.of(new Refused(ANSWER_IN_QUESTION, field));
        }
        accepted.add(new RegisteredAnswer(hashed.question(), hashed.hash()));
        return given.add(answer) ? Optional.empty() : Optional.of(new Refused(ANSWER_REPEATED, field));
    }
}
