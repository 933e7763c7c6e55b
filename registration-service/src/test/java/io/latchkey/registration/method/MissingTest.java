package io.latchkey.registration.method;

import static io.latchkey.registration.method.Requirement.Kind.METHOD;
import static io.latchkey.registration.method.Requirement.Kind.METHOD_BESIDE_QUESTIONS;
import static io.latchkey.registration.method.Requirement.Kind.PROOF;
import static io.latchkey.registration.method.Requirement.Kind.PROOF_AGAIN;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.office;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.putDown;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.policy.MethodKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an account lacks, and what would be good to add. */
class MissingTest {

    private static final PolicySamples TWO_KINDS = PolicySamples.offering(MOBILE_PHONE, EMAIL);
    private static final PolicySamples WITH_QUESTIONS = PolicySamples.offering(MOBILE_PHONE, EMAIL, SECURITY_QUESTIONS);
    private static final Registration ANSWERED = answered(account());

    static Stream<Arguments> lacking() {
        return Stream.of(
                Arguments.of("nothing, of one", TWO_KINDS, account(), List.of(any(1, MOBILE_PHONE, EMAIL))),
                Arguments.of(
                        "nothing, of two", TWO_KINDS.requiring(2), account(), List.of(any(2, MOBILE_PHONE, EMAIL))),
                Arguments.of("one of one", TWO_KINDS, proven(OLD_PHONE), List.of()),
                Arguments.of("one of two", TWO_KINDS.requiring(2), proven(OLD_PHONE), List.of(any(1, EMAIL))),
                Arguments.of(
                        "one unproven, of one",
                        TWO_KINDS,
                        account(WAITING_PHONE),
                        List.of(any(1, MOBILE_PHONE, EMAIL), Requirement.of(PROOF, 1))),
                Arguments.of(
                        "one put down, of one",
                        TWO_KINDS,
                        account(putDown(WAITING_PHONE)),
                        List.of(any(1, MOBILE_PHONE, EMAIL), Requirement.of(PROOF, 1))),
                Arguments.of(
                        "one put down and taken as it is",
                        TWO_KINDS.usingUnproven(),
                        account(putDown(WAITING_PHONE)),
                        List.of()),
                Arguments.of(
                        "a replacement is no second one",
                        TWO_KINDS.requiring(2),
                        Samples.waitingFor(proven(OLD_PHONE), WAITING_PHONE),
                        List.of(any(1, EMAIL))),
                Arguments.of(
                        "a kind that is not offered",
                        TWO_KINDS,
                        account(office(id(4), NEW_YEAR)),
                        List.of(any(1, MOBILE_PHONE, EMAIL))),
                Arguments.of(
                        "questions alone, of one", WITH_QUESTIONS, ANSWERED, List.of(beside(1, MOBILE_PHONE, EMAIL))),
                Arguments.of(
                        "questions alone, of three",
                        WITH_QUESTIONS.requiring(3),
                        ANSWERED,
                        List.of(beside(2, MOBILE_PHONE, EMAIL))),
                Arguments.of(
                        "questions and a phone, of two",
                        WITH_QUESTIONS.requiring(2),
                        answered(proven(OLD_PHONE)),
                        List.of()),
                Arguments.of(
                        "questions and a phone, of three",
                        WITH_QUESTIONS.requiring(3),
                        answered(proven(OLD_PHONE)),
                        List.of(any(1, EMAIL))),
                Arguments.of(
                        "where nothing else is offered",
                        PolicySamples.offering(SECURITY_QUESTIONS),
                        ANSWERED,
                        List.of(beside(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lacking")
    @Tag("SPEC-2.3a")
    @Tag("SPEC-2.4e")
    @Tag("SPEC-1.4.usePrepopulatedUnproven.effect")
    void isToldKindByKind(String name, PolicySamples policy, Registration state, List<Requirement> missing) {
        var standing = under(policy.policy(), state).standing();
        assertThat(standing.missing()).isEqualTo(missing);
        assertThat(standing.registered()).isEqualTo(missing.isEmpty());
    }

    @Test
    void whatIsToBeProvenAgainIsToldAsFarAsItIsOffered() {
        var asked = proven(OLD_PHONE, OLD_EMAIL);
        var state = asked.with(asked.progress().askedAgain(NEW_YEAR));
        assertThat(under(TWO_KINDS.policy(), state).standing().missing())
                .containsExactly(any(1, MOBILE_PHONE, EMAIL), Requirement.of(PROOF_AGAIN, 2));
        assertThat(under(PolicySamples.offering(EMAIL).policy(), state)
                        .standing()
                        .missing())
                .containsExactly(any(1, EMAIL), Requirement.of(PROOF_AGAIN, 1));
    }

    @Test
    void noProofIsAskedOfAnAddressThatHasBecomeTheOneToSignInWith() {
        var state = account(Samples.email(id(4), Samples.SIGN_IN, NEW_YEAR));
        assertThat(under(TWO_KINDS.policy(), state).standing().missing()).containsExactly(any(1, MOBILE_PHONE, EMAIL));
    }

    @Test
    @Tag("SPEC-6.5")
    void oneMethodMayBeOutOfReachWhenItIsNeeded() {
        assertThat(under(WITH_QUESTIONS.policy(), proven(OLD_PHONE)).standing().recommended())
                .containsExactly(any(1, EMAIL, SECURITY_QUESTIONS));
        assertThat(under(TWO_KINDS.policy(), proven(OLD_PHONE, OLD_EMAIL))
                        .standing()
                        .recommended())
                .isEmpty();
    }

    @Test
    void nothingIsRecommendedWhereNothingElseIsOfferedOrSomethingIsMissing() {
        assertThat(under(PolicySamples.offering(EMAIL).policy(), proven(OLD_EMAIL))
                        .standing()
                        .recommended())
                .isEmpty();
        assertThat(under(WITH_QUESTIONS.policy(), account()).standing().recommended())
                .isEmpty();
        assertThat(under(WITH_QUESTIONS.policy(), ANSWERED).standing().recommended())
                .isEmpty();
        assertThat(under(TWO_KINDS.requiring(2).policy(), proven(OLD_PHONE))
                        .standing()
                        .recommended())
                .isEmpty();
    }

    private static Registration answered(Registration state) {
        return state.with(state.methods().with(questions(id(8), 3, NEW_YEAR)));
    }

    private static Requirement any(int count, MethodKind... kinds) {
        return new Requirement(METHOD, count, List.of(kinds));
    }

    private static Requirement beside(int count, MethodKind... kinds) {
        return new Requirement(METHOD_BESIDE_QUESTIONS, count, List.of(kinds));
    }
}
