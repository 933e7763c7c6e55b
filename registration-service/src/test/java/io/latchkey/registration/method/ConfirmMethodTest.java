package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.MethodOutcome.CommandRejected.invalid;
import static io.latchkey.registration.method.RejectionReason.COUNTRY_NOT_ALLOWED;
import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;
import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.EMAIL;
import static io.latchkey.registration.method.Samples.HALF_A_YEAR;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.NEXT_DUE;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.OTHER_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.confirmAll;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.email;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.office;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.putDown;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.registered;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.policy.Reconfirmation.By.CODE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfirmMethodTest {

    private static final Policy BY_CODE = Samples.reconfirming(HALF_A_YEAR, CODE);
    private static final Registration STATE = Samples.waitingFor(proven(OLD_PHONE, OLD_EMAIL), WAITING_PHONE);

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("none", confirm(), invalid("methodIds", "a list of 1 to 10 methods")),
                Arguments.of("eleven", confirm(many(11)), invalid("methodIds", "a list of 1 to 10 methods")),
                Arguments.of("ten unknown", confirm(many(10)), because(UNKNOWN_METHOD, "methodIds[0]")),
                Arguments.of("one twice", confirm(OLD_PHONE, OLD_PHONE), invalid("methodIds[1]", "listed once")),
                Arguments.of("one unknown", confirm(OLD_PHONE, many(1)[0]), because(UNKNOWN_METHOD, "methodIds[1]")),
                Arguments.of(
                        "one unproven", confirm(OLD_PHONE, WAITING_PHONE), because(UNKNOWN_METHOD, "methodIds[1]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesAndConfirmsNothing(String name, ConfirmMethod command, CommandRejected expected) {
        assertThat(decide(STATE, command, MARCH)).isEqualTo(Decision.of(STATE, expected));
    }

    @Test
    void mixesAWordForWhatIsProvenAndForAnswersWithACodeForWhatWasPutDown() {
        var office = office(id(4), NEW_YEAR);
        var state = answered(Samples.waitingFor(proven(OLD_PHONE, OLD_EMAIL), office));
        var all = PolicySamples.offeringAll().policy();
        var again = office(newId(MARCH), NEW_YEAR);

        var decision = decider(all)
                .decide(under(all, state), confirmAll(office.id(), OLD_EMAIL.id(), id(8), OLD_PHONE.id()), at(MARCH));
        assertThat(decision.outcomes())
                .containsExactly(
                        new MethodConfirmed(
                                List.of(OLD_EMAIL.id(), id(8), OLD_PHONE.id()), NEXT_DUE, List.of(again.id())),
                        registered(again, MARCH, office.id()));
        var next = requireNonNull(decision.next());
        assertThat(next.methods().unproven()).containsExactly(again);
        assertThat(next.methods().confirmedSince()).contains(MARCH);
    }

    @Test
    void confirmsTheProvenOneByAWordWhileItsSuccessorIsToBeProven() {
        var state = Samples.waitingFor(proven(OLD_PHONE), putDown(WAITING_PHONE));
        var again = putDown(phone(newId(MARCH), OTHER_PHONE, NEW_YEAR));
        assertThat(decide(state, confirm(OLD_PHONE, WAITING_PHONE), MARCH).outcomes())
                .containsExactly(
                        new MethodConfirmed(List.of(OLD_PHONE.id()), NEXT_DUE, List.of(again.id())),
                        registered(again, MARCH, WAITING_PHONE.id()));
    }

    @Test
    void sendsNoTwoCodesOfWhichOneWouldTakeThePlaceOfTheOther() {
        var state = Samples.waitingFor(proven(OLD_PHONE), putDown(WAITING_PHONE));
        assertThat(decider(BY_CODE).decide(state, confirm(OLD_PHONE, WAITING_PHONE), at(MARCH)))
                .isEqualTo(
                        Decision.of(state, invalid("methodIds[1]", "the only one of its kind to which a code goes")));
    }

    @Test
    void confirmsByAWordAlsoWhatIsNotOfferedAnyMoreButProvesOnlyWhatIs() {
        var emailOnly = PolicySamples.offering(MethodKind.EMAIL);
        var state = proven(OLD_PHONE);
        assertThat(decider(emailOnly.policy())
                        .decide(state, confirm(OLD_PHONE), at(MARCH))
                        .outcomes())
                .containsExactly(new MethodConfirmed(List.of(OLD_PHONE.id()), null, List.of()));
        assertThat(decider(emailOnly.reconfirming(180, CODE).policy()).decide(state, confirm(OLD_PHONE), at(MARCH)))
                .isEqualTo(Decision.of(state, because(METHOD_NOT_OFFERED, "methodIds[0]")));
    }

    @Test
    @Tag("SPEC-1.4.countries.effect")
    void sendsNoCodeToAProvenNumberOfACountryThatIsNotAllowedAnyMore() {
        var state = proven(OLD_PHONE);
        var austrian = PolicySamples.offering(MethodKind.MOBILE_PHONE).allowing("AT");
        assertThat(decider(austrian.reconfirming(180, CODE).policy()).decide(state, confirm(OLD_PHONE), at(MARCH)))
                .isEqualTo(Decision.of(state, because(COUNTRY_NOT_ALLOWED, "methodIds[0]")));
        assertThat(decider(austrian.policy())
                        .decide(state, confirm(OLD_PHONE), at(MARCH))
                        .outcomes())
                .hasOnlyElementsOfType(MethodConfirmed.class);
    }

    /** "A confirmation (or a proof, by policy) starts the clock anew", when it covers all that is in force. */
    @Test
    @Tag("SPEC-4.1i")
    void oneOfTwoProvenAgainLeavesTheClockWhereItIs() {
        var rules = decider(BY_CODE);
        var asked = rules.decide(announced(OLD_PHONE, OLD_EMAIL), confirm(OLD_PHONE, OLD_EMAIL), at(DUE));
        var phone = phone(newId(DUE), PHONE, NEW_YEAR);
        var email = email(newId(DUE, 1), EMAIL, NEW_YEAR);
        assertThat(asked.outcomes())
                .containsExactly(
                        new MethodConfirmed(List.of(), DUE, List.of(phone.id(), email.id())),
                        registered(phone, DUE, null),
                        registered(email, DUE, null));

        var later = DUE.plus(Duration.ofDays(1));
        var one = rules.decide(asked.next(), verified(phone), at(later));
        assertThat(one.outcomes()).containsExactly(new MethodProven(phone, OLD_PHONE.id(), DUE, List.of()));
        var both = rules.decide(one.next(), verified(email), at(later));
        assertThat(both.outcomes())
                .containsExactly(new MethodProven(email, OLD_EMAIL.id(), Samples.due(later), List.of()));
    }

    private static Registration answered(Registration state) {
        return state.with(state.methods().with(questions(id(8), 3, NEW_YEAR)));
    }

    private static Method[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> email(id(100 + i), i + "@example.org", MARCH))
                .toArray(Method[]::new);
    }
}
