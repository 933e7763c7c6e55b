package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.answer;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirmAll;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.RegisterSecurityAnswers;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.method.MethodOutcome.SecurityAnswersRegistered;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.question.AnswerFault;
import io.latchkey.registration.question.PreparedAnswer;
import io.latchkey.registration.question.PreparedAnswers;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.QuestionList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The set of answers as a method of the account; what makes an answer good is tried where questions are. */
class SecurityAnswersTest {

    private static final Policy ALL = PolicySamples.offeringAll().policy();
    private static final RegistrationDecider RULES = decider(ALL);
    private static final Registration PROVEN = under(ALL, proven(OLD_PHONE));
    private static final Questions NEW = questions(newId(MARCH), 3, MARCH);
    private static final Binding BOUND = new Binding(newId(MARCH), SECURITY_QUESTIONS, null, MARCH, null);

    @Test
    @Tag("SPEC-2.3d")
    void areInForceAtOnceAndTellEverybody() {
        assertThat(RULES.decide(PROVEN, answer(3), at(MARCH)))
                .isEqualTo(Decision.of(
                        under(ALL, answered(PROVEN, NEW)).with(new Register(List.of(BOUND))),
                        new SecurityAnswersRegistered(newId(MARCH), 3, null, DUE, PROVEN.everybody())));
    }

    @Test
    @Tag("SPEC-2.2b")
    @Tag("SPEC-2.3e")
    void takeThePlaceOfAllEarlierOnes() {
        var once = requireNonNull(RULES.decide(PROVEN, answer(5), at(NEW_YEAR)).next());
        var twice = RULES.decide(once, answer(3), at(MARCH));
        var old = newId(NEW_YEAR);
        assertThat(twice.outcomes())
                .containsExactly(new SecurityAnswersRegistered(newId(MARCH), 3, old, DUE, PROVEN.everybody()));
        assertThat(requireNonNull(twice.next()).methods().questions()).isEqualTo(NEW);
        assertThat(twice.next().register().bindings())
                .containsExactly(new Binding(old, SECURITY_QUESTIONS, null, NEW_YEAR, MARCH), BOUND);
    }

    @Test
    @Tag("SPEC-1.5b")
    @Tag("SPEC-1.4.methodsOffered.effect")
    void areRefusedWhereTheyAreNotOfferedAndToAdministrators() {
        var refused = because(METHOD_NOT_OFFERED);
        var twoKinds = proven(OLD_PHONE);
        assertThat(decide(twoKinds, answer(3), MARCH)).isEqualTo(Decision.of(twoKinds, refused));
        var administrator = under(ALL, PROVEN.with(Samples.account(1, Samples.administrator())));
        assertThat(RULES.decide(administrator, answer(3), at(MARCH))).isEqualTo(Decision.of(administrator, refused));
    }

    @ParameterizedTest
    @EnumSource(AnswerFault.class)
    void everyFaultIsAReasonOfItsOwn(AnswerFault fault) {
        assertThat(RejectionReason.valueOf(fault.name()).message()).isEqualTo(fault.message());
    }

    @Test
    void aFaultNamesItsFieldAndChangesNothing() {
        var faulty = new PreparedAnswer.Faulty(new QuestionId("plush-toy"), AnswerFault.ANSWER_TOO_SHORT);
        var command = new RegisterSecurityAnswers(
                Samples.KEY, new PreparedAnswers(List.of("plush-toy", "a", "b"), List.of(faulty)));
        assertThat(RULES.decide(PROVEN, command, at(MARCH)))
                .isEqualTo(Decision.of(PROVEN, because(RejectionReason.ANSWER_TOO_SHORT, "answers[0].answer")));
        assertThat(RULES.decide(PROVEN, answer(2), at(MARCH)))
                .isEqualTo(Decision.of(PROVEN, because(RejectionReason.TOO_FEW_ANSWERS, "answers")));
        assertThat(RULES.decide(PROVEN, answer(11), at(MARCH)))
                .isEqualTo(Decision.of(PROVEN, because(RejectionReason.TOO_MANY_ANSWERS, "answers")));
    }

    @Test
    @Tag("SPEC-2.5j")
    void neverSufficeAlone() {
        var alone = under(ALL, answered(account(), NEW));
        assertThat(alone.standing().registered()).isFalse();
        assertThat(alone.standing().reason()).isEqualTo(EligibilityReason.TOO_FEW_METHODS);
        assertThat(under(ALL, answered(PROVEN, NEW)).standing().counting())
                .containsExactlyInAnyOrder(MOBILE_PHONE, SECURITY_QUESTIONS);
    }

    @Test
    @Tag("SPEC-1.4.questions.effect")
    void doNotCountWhereThePolicyAsksForMoreOfThem() {
        var more = PolicySamples.offeringAll().asking(5).policy();
        assertThat(under(more, answered(PROVEN, NEW)).standing().counting()).containsExactly(MOBILE_PHONE);
        assertThat(under(more, answered(PROVEN, questions(id(8), 5, MARCH)))
                        .standing()
                        .counting())
                .contains(SECURITY_QUESTIONS);
    }

    @Test
    @Tag("SPEC-1.4.questionList.approved")
    void anAnswerToAQuestionThatIsNoLongerApprovedDoesNotCount() {
        var approved = QuestionList.PREDEFINED.predefined().stream()
                .skip(1)
                .map(QuestionId::value)
                .collect(Collectors.toSet());
        var without = PolicySamples.offeringAll()
                .with(new QuestionRules(3, 3, Set.copyOf(approved), List.of()))
                .policy();
        assertThat(under(without, answered(PROVEN, NEW)).standing().counting()).containsExactly(MOBILE_PHONE);
        assertThat(under(without, answered(PROVEN, questions(id(8), 4, MARCH)))
                        .standing()
                        .counting())
                .contains(SECURITY_QUESTIONS);
    }

    @Test
    void aWordConfirmsThemAlsoWhereThePolicyAsksForACode() {
        var strict = PolicySamples.offeringAll()
                .reconfirming(180, Reconfirmation.By.CODE)
                .policy();
        var state = under(strict, answered(PROVEN, questions(id(8), 3, NEW_YEAR)));
        var due = decider(strict).decide(state, tick(DUE), at(DUE));
        assertThat(due.outcomes()).hasOnlyElementsOfType(ReconfirmDue.class);

        var asked = decider(strict).decide(due.next(), confirmAll(OLD_PHONE.id(), id(8)), at(DUE));
        assertThat(asked.outcomes().getFirst())
                .isEqualTo(new MethodConfirmed(List.of(id(8)), DUE, List.of(newId(DUE))));
        var proof = decider(strict).decide(asked.next(), verified(phone(newId(DUE), Samples.PHONE, NEW_YEAR)), at(DUE));
        assertThat(requireNonNull(proof.next()).dueAt()).isEqualTo(Samples.due(DUE));
    }

    @Test
    void holdNoDueDateUpWhereTheyAreNotOffered() {
        var state = under(
                PolicySamples.offering(MOBILE_PHONE, EMAIL).policy(),
                answered(proven(OLD_PHONE, OLD_EMAIL), questions(id(8), 3, NEW_YEAR.minusSeconds(1))));
        assertThat(state.dueAt()).isEqualTo(DUE);
    }

    private static Registration answered(Registration state, Questions questions) {
        return state.with(state.methods().with(questions));
    }
}
