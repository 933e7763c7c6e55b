package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.MethodOutcome.CommandRejected.invalid;
import static io.latchkey.registration.method.RejectionReason.COUNTRY_NOT_ALLOWED;
import static io.latchkey.registration.method.RejectionReason.INVALID_EMAIL_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.INVALID_PHONE_NUMBER;
import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.SIGN_IN_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;
import static io.latchkey.registration.method.RejectionReason.UNREADABLE_FIELD;
import static io.latchkey.registration.method.RejectionReason.UNSUPPORTED_PHONE_NUMBER;
import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.OTHER_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.SIGN_IN;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.email;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.office;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.prepopulate;
import static io.latchkey.registration.method.Samples.prepopulateEmail;
import static io.latchkey.registration.method.Samples.prepopulatePhone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.putDown;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.registered;
import static io.latchkey.registration.method.Samples.setOffice;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.method.Samples.waitingFor;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.OFFICE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.MethodCommand.PrepopulateMethod;
import io.latchkey.registration.method.MethodCommand.Wish;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.MethodPrepopulated;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators put down, until the person has proven it. */
class PrepopulationTest {

    private static final Method PUT_DOWN = putDown(phone(newId(MARCH), OTHER_PHONE, MARCH));
    private static final Registration HAS_EMAIL = proven(OLD_EMAIL);
    private static final Registration WAITING = waitingFor(HAS_EMAIL, putDown(WAITING_PHONE));
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    @Tag("SPEC-2.4a")
    @Tag("SPEC-2.3d")
    void waitsForThePersonAndTellsEverybodyWhoHasAccess() {
        assertThat(decide(HAS_EMAIL, prepopulatePhone(OTHER_PHONE), MARCH))
                .isEqualTo(Decision.of(
                        waitingFor(HAS_EMAIL, PUT_DOWN),
                        new MethodPrepopulated(PUT_DOWN, null, List.of(recipient(OLD_EMAIL)))));
    }

    @Test
    @Tag("SPEC-2.4e")
    void sendsNoCodeAndCountsForNothing() {
        var state = next(account(), prepopulatePhone(OTHER_PHONE));
        assertThat(state.standing().counting()).isEmpty();
        assertThat(state.standing().reason()).isEqualTo(EligibilityReason.NOT_REGISTERED);
        assertThat(state.register()).isEqualTo(Register.EMPTY);
        assertThat(state.due()).isNull();
    }

    @Test
    @Tag("SPEC-2.1c")
    @Tag("SPEC-2.1d")
    void anOfficePhoneHasAnExtensionAndIsCalled() {
        var office = office(newId(MARCH), MARCH);
        assertThat(decide(account(), setOffice(), MARCH))
                .isEqualTo(Decision.of(account(office), new MethodPrepopulated(office, null, List.of())));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(prepopulatePhone("12"), because(INVALID_PHONE_NUMBER, "destination")),
                Arguments.of(prepopulatePhone("premium"), because(UNSUPPORTED_PHONE_NUMBER, "destination")),
                Arguments.of(prepopulatePhone(Samples.OFFICE), because(UNSUPPORTED_PHONE_NUMBER, "destination")),
                Arguments.of(prepopulatePhone(" "), invalid("destination", "a phone number or an email address")),
                Arguments.of(prepopulateEmail("nobody"), because(INVALID_EMAIL_ADDRESS, "destination")),
                Arguments.of(prepopulateEmail(SIGN_IN), because(SIGN_IN_ADDRESS, "destination")),
                Arguments.of(prepopulate(null, Channel.SMS, PHONE), invalid("kind", "a known constant")),
                Arguments.of(prepopulate(MOBILE_PHONE, null, PHONE), invalid("channel", "a known constant")),
                Arguments.of(prepopulate(EMAIL, Channel.SMS, PHONE), because(METHOD_NOT_OFFERED, "channel")),
                Arguments.of(prepopulate(OFFICE_PHONE, Channel.SMS, PHONE), because(METHOD_NOT_OFFERED, "channel")),
                Arguments.of(prepopulate(SECURITY_QUESTIONS, Channel.SMS, PHONE), because(METHOD_NOT_OFFERED, "kind")),
                Arguments.of(
                        new PrepopulateMethod(KEY, new Wish(EMAIL, Channel.EMAIL, new Opened.Unreadable())),
                        because(UNREADABLE_FIELD, "destination")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAndChangesNothing(PrepopulateMethod command, CommandRejected expected) {
        assertThat(decide(WAITING, command, MARCH)).isEqualTo(Decision.of(WAITING, expected));
    }

    @Test
    void isTakenForKindsThatAreNotOfferedYet() {
        var emailOnly = decider(Samples.offering(EMAIL));
        assertThat(emailOnly
                        .decide(account(), prepopulatePhone(PHONE), at(MARCH))
                        .outcomes())
                .hasOnlyElementsOfType(MethodPrepopulated.class);
    }

    @Test
    void reachesPeopleWhoseAccountIsDisabled() {
        assertThat(decide(Samples.disabled(HAS_EMAIL), prepopulatePhone(OTHER_PHONE), MARCH)
                        .outcomes())
                .containsExactly(new MethodPrepopulated(PUT_DOWN, null, List.of(recipient(OLD_EMAIL))));
    }

    @Test
    void takesThePlaceOfWhatWaitedThePersonsOwnToo() {
        var registered = waitingFor(HAS_EMAIL, phone(id(7), PHONE, NEW_YEAR));
        assertThat(decide(registered, prepopulatePhone(OTHER_PHONE), MARCH))
                .isEqualTo(Decision.of(
                        waitingFor(HAS_EMAIL, PUT_DOWN),
                        new MethodPrepopulated(PUT_DOWN, id(7), List.of(recipient(OLD_EMAIL)))));
    }

    @Test
    void changesNothingAndTellsNobodyWhenItComesEveryNight() {
        assertThat(decide(WAITING, prepopulatePhone(OTHER_PHONE), MARCH))
                .isEqualTo(Decision.of(WAITING, new MethodPrepopulated(putDown(WAITING_PHONE), null, List.of())));
        assertThat(decide(proven(OLD_PHONE), prepopulatePhone(PHONE), MARCH))
                .isEqualTo(Decision.of(proven(OLD_PHONE), new MethodPrepopulated(OLD_PHONE, null, List.of())));
    }

    @Test
    void doesNotTakeAwayTheCallThatThePersonChose() {
        var called = new Method(id(7), MOBILE_PHONE, Channel.VOICE, new PhoneNumber(PHONE), NEW_YEAR);
        for (var state : List.of(proven(called), account(called))) {
            assertThat(decide(state, prepopulatePhone(PHONE), MARCH))
                    .isEqualTo(Decision.of(state, new MethodPrepopulated(called, null, List.of())));
        }
    }

    @Test
    void anAdministratorMayHaveTheNumberCalledInstead() {
        var called = prepopulate(MOBILE_PHONE, Channel.VOICE, OTHER_PHONE);
        var changed =
                putDown(new Method(newId(MARCH), MOBILE_PHONE, Channel.VOICE, new PhoneNumber(OTHER_PHONE), MARCH));
        assertThat(decide(WAITING, called, MARCH).outcomes())
                .containsExactly(new MethodPrepopulated(changed, WAITING_PHONE.id(), List.of(recipient(OLD_EMAIL))));
    }

    @Test
    void whoPutsDownWhatIsProvenTakesBackWhatWasPutDownInstead() {
        var mistaken = waitingFor(proven(OLD_PHONE), putDown(WAITING_PHONE));
        assertThat(decide(mistaken, prepopulatePhone(PHONE), MARCH))
                .isEqualTo(Decision.of(
                        proven(OLD_PHONE), new MethodPrepopulated(OLD_PHONE, WAITING_PHONE.id(), List.of())));
    }

    @Test
    void whatThePersonWishesInsteadOfTheProvenOneGoesOnWaiting() {
        var changing = waitingFor(proven(OLD_PHONE), WAITING_PHONE);
        assertThat(decide(changing, prepopulatePhone(PHONE), MARCH))
                .isEqualTo(Decision.of(changing, new MethodPrepopulated(OLD_PHONE, null, List.of())));
    }

    @Test
    @Tag("SPEC-2.4c")
    void thePersonConfirmsByTheCodeThatFollows() {
        var again = again(WAITING_PHONE, newId(MARCH));
        var confirmed = decide(WAITING, confirm(WAITING_PHONE), MARCH);
        assertThat(confirmed)
                .isEqualTo(Decision.of(
                        waitingFor(HAS_EMAIL, again),
                        new MethodConfirmed(List.of(), HAS_EMAIL.dueAt(), List.of(again.id())),
                        registered(again, MARCH, WAITING_PHONE.id())));

        var proof = decide(confirmed.next(), verified(again), MARCH);
        assertThat(proof.outcomes())
                .containsExactly(new MethodProven(again, null, HAS_EMAIL.dueAt(), List.of(recipient(OLD_EMAIL))));
        assertThat(requireNonNull(proof.next()).standing().counting()).containsExactlyInAnyOrder(MOBILE_PHONE, EMAIL);
    }

    @Test
    void aSecondConfirmationNeedsTheIdThatTheFirstOneGave() {
        var once = next(WAITING, confirm(WAITING_PHONE));
        assertThat(decide(once, confirm(WAITING_PHONE), MARCH))
                .isEqualTo(Decision.of(once, because(UNKNOWN_METHOD, "methodIds[0]")));

        var first = again(WAITING_PHONE, newId(MARCH));
        var second = again(WAITING_PHONE, newId(MARCH.plus(DAY)));
        assertThat(decide(once, confirm(first), MARCH.plus(DAY)).outcomes())
                .containsExactly(
                        new MethodConfirmed(List.of(), HAS_EMAIL.dueAt(), List.of(second.id())),
                        registered(second, MARCH.plus(DAY), first.id()));
    }

    @Test
    @Tag("SPEC-2.4d")
    void thePersonCorrectsByRegisteringSomethingElse() {
        var own = phone(newId(MARCH), PHONE, MARCH);
        assertThat(decide(WAITING, registerPhone(PHONE), MARCH))
                .isEqualTo(Decision.of(waitingFor(HAS_EMAIL, own), registered(own, MARCH, WAITING_PHONE.id())));
    }

    @Test
    void whatThePersonTypesIsThePersonsOwnEvenIfItWasPutDown() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL).usingUnproven().policy();
        var state = under(policy, account(putDown(WAITING_PHONE)));
        var typed = requireNonNull(decider(policy)
                .decide(state, registerPhone(OTHER_PHONE), at(MARCH))
                .next());
        assertThat(typed.methods().unproven()).containsExactly(phone(newId(MARCH), OTHER_PHONE, MARCH));
        assertThat(typed.standing().capable()).isFalse();
    }

    @Test
    @Tag("SPEC-1.4.methodsOffered.effect")
    void confirmsNothingThatIsNotOfferedAnyMore() {
        assertThat(decider(Samples.offering(EMAIL)).decide(WAITING, confirm(WAITING_PHONE), at(MARCH)))
                .isEqualTo(Decision.of(WAITING, because(METHOD_NOT_OFFERED, "methodIds[0]")));
    }

    @Test
    @Tag("SPEC-1.4.countries.effect")
    void sendsNoCodeToACountryThatIsNotAllowedAnyMore() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL).allowing("AT").policy();
        assertThat(decider(policy).decide(WAITING, confirm(WAITING_PHONE), at(MARCH)))
                .isEqualTo(Decision.of(WAITING, because(COUNTRY_NOT_ALLOWED, "methodIds[0]")));
    }

    @Test
    void anAddressThatHasBecomeTheOneToSignInWithIsNotConfirmed() {
        var state = account(putDown(email(id(7), SIGN_IN, NEW_YEAR)));
        assertThat(decide(state, confirm(email(id(7), SIGN_IN, NEW_YEAR)), MARCH))
                .isEqualTo(Decision.of(state, because(SIGN_IN_ADDRESS, "methodIds[0]")));
    }

    @Test
    @Tag("SPEC-2.4e")
    @Tag("SPEC-1.4.usePrepopulatedUnproven.effect")
    void countsUnprovenWhereThePolicySaysSoConfirmedOrNot() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL).usingUnproven().policy();
        var state = under(policy, account(putDown(WAITING_PHONE)));
        assertThat(state.standing().capable()).isTrue();

        var confirmed = requireNonNull(
                decider(policy).decide(state, confirm(WAITING_PHONE), at(MARCH)).next());
        assertThat(confirmed.standing().capable()).isTrue();
    }

    @Test
    @Tag("SPEC-2.3a")
    void countsUnprovenOnlyWhatAnAdministratorPutDown() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL).usingUnproven().policy();
        assertThat(under(policy, account(WAITING_PHONE)).standing().capable()).isFalse();
        assertThat(under(policy, account(putDown(email(id(7), SIGN_IN, NEW_YEAR))))
                        .standing()
                        .capable())
                .isFalse();
    }

    @Test
    void aWordDoesNotMakeItCountWhereProofIsAskedAgain() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL).usingUnproven().policy();
        var rules = decider(policy);
        var asked = rules.decide(under(policy, account(putDown(WAITING_PHONE))), Samples.requireAnew(), at(MARCH));
        assertThat(requireNonNull(asked.next()).standing().capable()).isFalse();

        var word = rules.decide(asked.next(), confirm(WAITING_PHONE), at(MARCH.plus(DAY)));
        assertThat(requireNonNull(word.next()).standing().capable()).isFalse();

        var proof = rules.decide(
                word.next(), verified(phone(newId(MARCH.plus(DAY)), OTHER_PHONE, NEW_YEAR)), at(MARCH.plus(DAY)));
        assertThat(requireNonNull(proof.next()).standing().capable()).isTrue();
    }

    @Test
    void whatIsPutDownAfterProofWasAskedAgainCountsWhereThePolicySaysSo() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL).usingUnproven().policy();
        var rules = decider(policy);
        var asked = rules.decide(account(), Samples.requireAnew(), at(MARCH)).next();
        var state = rules.decide(asked, prepopulateEmail("ada@example.org"), at(MARCH.plus(DAY)));
        assertThat(requireNonNull(state.next()).standing().counting()).containsExactly(EMAIL);
        assertThat(requireNonNull(state.next()).methods().unproven())
                .extracting(Method::destination)
                .containsExactly(new EmailAddress("ada@example.org"));
    }

    private static Method again(Method method, MethodId id) {
        return putDown(phone(id, OTHER_PHONE, method.registeredAt()));
    }

    private static Registration next(Registration state, MethodCommand command) {
        return requireNonNull(decide(state, command, MARCH).next());
    }
}
