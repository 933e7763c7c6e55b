package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.RegisterSecurityAnswers;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.SecurityAnswersRegistered;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.question.AnswerFault;
import io.latchkey.registration.question.Answers;
import io.latchkey.registration.question.Judgement;
import io.latchkey.registration.question.RegisteredAnswer;
import io.latchkey.registration.question.SecurityAnswers;
import java.util.List;

/** How answers to security questions are taken: all at once, in place of all earlier ones. */
final class Answering {

    private Answering() {}

    static Decision<Registration, MethodOutcome> decide(
            Registration state, RegisterSecurityAnswers command, Case asked) {
        if (!new Counting(state, asked.policy()).offers(MethodKind.SECURITY_QUESTIONS)) {
            return Decision.of(state, CommandRejected.because(RejectionReason.METHOD_NOT_OFFERED));
        }
        var rules = asked.policy().questions();
        return switch (Answers.judge(command.answers(), rules.approved(), rules.toRegister())) {
            case Judgement.Refused(var fault, var field) ->
                Decision.of(state, CommandRejected.because(reason(fault), field));
            case Judgement.Accepted(var answers) -> registered(state, answers, asked);
        };
    }

    private static Decision<Registration, MethodOutcome> registered(
            Registration state, List<RegisteredAnswer> answers, Case asked) {
        var now = asked.now();
        var replaced = state.methods().questions();
        var questions = new Questions(asked.newMethod(0), new SecurityAnswers(answers, now), state.answeredAt(now));
        var register = (replaced == null ? state.register() : state.register().unbound(replaced.id(), now))
                .bound(new Binding(questions.id(), MethodKind.SECURITY_QUESTIONS, null, now, null));
        var next = asked.settled(state.with(state.methods().with(questions)).with(register));
        return Decision.of(
                next,
                new SecurityAnswersRegistered(
                        questions.id(),
                        answers.size(),
                        replaced == null ? null : replaced.id(),
                        next.dueAt(),
                        state.everybody()));
    }

    private static RejectionReason reason(AnswerFault fault) {
        return switch (fault) {
            case UNREADABLE_FIELD -> RejectionReason.UNREADABLE_FIELD;
            case INVALID_FIELD -> RejectionReason.INVALID_FIELD;
            case TOO_FEW_ANSWERS -> RejectionReason.TOO_FEW_ANSWERS;
            case TOO_MANY_ANSWERS -> RejectionReason.TOO_MANY_ANSWERS;
            case QUESTION_NOT_OFFERED -> RejectionReason.QUESTION_NOT_OFFERED;
            case QUESTION_REPEATED -> RejectionReason.QUESTION_REPEATED;
            case ANSWER_TOO_SHORT -> RejectionReason.ANSWER_TOO_SHORT;
            case ANSWER_TOO_LONG -> RejectionReason.ANSWER_TOO_LONG;
            case ANSWER_TOO_COMMON -> RejectionReason.ANSWER_TOO_COMMON;
            case ANSWER_IN_QUESTION -> RejectionReason.ANSWER_IN_QUESTION;
            case ANSWER_REPEATED -> RejectionReason.ANSWER_REPEATED;
        };
    }
}
