package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.MethodOutcome.CommandRejected.invalid;
import static io.latchkey.registration.method.RejectionReason.INVALID_EMAIL_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.INVALID_PHONE_NUMBER;
import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.SIGN_IN_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.UNREADABLE_FIELD;
import static io.latchkey.registration.method.RejectionReason.UNSUPPORTED_PHONE_NUMBER;
import static io.latchkey.registration.method.Samples.EMAIL;
import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.email;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.registerEmail;
import static io.latchkey.registration.method.Samples.registerPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodRegistered;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterMethodTest {

    private static final Registration STATE = proven(OLD_EMAIL);

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(registerPhone("12"), because(INVALID_PHONE_NUMBER, "destination")),
                Arguments.of(registerPhone("premium"), because(UNSUPPORTED_PHONE_NUMBER, "destination")),
                Arguments.of(registerPhone(EMAIL), because(INVALID_PHONE_NUMBER, "destination")),
                Arguments.of(registerEmail(PHONE), because(INVALID_EMAIL_ADDRESS, "destination")),
                Arguments.of(registerEmail("a@b"), because(INVALID_EMAIL_ADDRESS, "destination")),
                Arguments.of(registerEmail(""), invalid("destination", "a phone number or an email address")),
                Arguments.of(registerPhone(" \t"), invalid("destination", "a phone number or an email address")),
                Arguments.of(unreadable(), because(UNREADABLE_FIELD, "destination")),
                Arguments.of(register(null, Channel.SMS), invalid("kind", "a known constant")),
                Arguments.of(register(MethodKind.EMAIL, null), invalid("channel", "a known constant")),
                Arguments.of(registerPhone(Samples.LAND_LINE), because(UNSUPPORTED_PHONE_NUMBER, "destination")),
                Arguments.of(registerPhone(Samples.OFFICE), because(UNSUPPORTED_PHONE_NUMBER, "destination")),
                Arguments.of(call(Samples.OFFICE), because(UNSUPPORTED_PHONE_NUMBER, "destination")),
                Arguments.of(register(MethodKind.MOBILE_PHONE, Channel.EMAIL), because(METHOD_NOT_OFFERED, "channel")),
                Arguments.of(register(MethodKind.EMAIL, Channel.SMS), because(METHOD_NOT_OFFERED, "channel")),
                Arguments.of(register(MethodKind.OFFICE_PHONE, Channel.VOICE), because(METHOD_NOT_OFFERED, "kind")),
                Arguments.of(
                        register(MethodKind.SECURITY_QUESTIONS, Channel.SMS), because(METHOD_NOT_OFFERED, "kind")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @Tag("SPEC-2.7c")
    @Tag("SPEC-2.7f")
    void refusesAndChangesNothing(RegisterMethod command, CommandRejected expected) {
        assertThat(decide(STATE, command, MARCH)).isEqualTo(Decision.of(STATE, expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace@contoso.com", "Ada.LOVELACE@Contoso.COM", "  ada.lovelace@contoso.com "})
    @Tag("SPEC-2.1j")
    void theSignInAddressIsNoAlternateHoweverItIsSpelt(String address) {
        assertThat(decide(STATE, registerEmail(address), MARCH))
                .isEqualTo(Decision.of(STATE, because(SIGN_IN_ADDRESS, "destination")));
    }

    @Test
    void onlyTheLocalPartKeepsItsCase() {
        var method = email(newId(MARCH), "Grace.Hopper@example.org", MARCH);
        assertThat(decide(STATE, registerEmail("Grace.Hopper@EXAMPLE.org"), MARCH)
                        .outcomes())
                .containsExactly(registered(method));
    }

    @Test
    @Tag("SPEC-2.1b")
    void aProvenDestinationMayBeProvenAfresh() {
        var method = email(newId(MARCH), EMAIL, MARCH);
        assertThat(decide(STATE, registerEmail(EMAIL), MARCH))
                .isEqualTo(Decision.of(Samples.waitingFor(STATE, method), registered(method)));
    }

    @Test
    void limitsAreCountedWithoutRegardToCase() {
        var upper = registered(email(newId(MARCH), "GRACE@example.org", MARCH));
        var lower = registered(email(newId(MARCH), "grace@example.org", MARCH));
        assertThat(upper.hash()).isEqualTo(lower.hash());
    }

    @Test
    @Tag("SPEC-1.4.methodsOffered.effect")
    void offersWhatThePolicySays() {
        var emailOnly = decider(Samples.offering(MethodKind.EMAIL));
        assertThat(emailOnly.decide(STATE, registerPhone(PHONE), at(MARCH)))
                .isEqualTo(Decision.of(STATE, because(METHOD_NOT_OFFERED, "kind")));
    }

    @ParameterizedTest
    @EnumSource(names = {"SMS", "VOICE"})
    @Tag("SPEC-2.1c")
    void anOfficePhoneIsNotForThePersonToRegisterEvenWhereItIsOffered(Channel channel) {
        var all = decider(PolicySamples.offeringAll().policy());
        var wish = new RegisterMethod(KEY, MethodKind.OFFICE_PHONE, channel, new Opened.Readable(Samples.OFFICE));

        assertThat(all.decide(STATE, wish, at(MARCH)))
                .isEqualTo(
                        Decision.of(STATE, because(METHOD_NOT_OFFERED, channel == Channel.VOICE ? "kind" : "channel")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PHONE, Samples.LAND_LINE})
    @Tag("SPEC-2.1a")
    void aPersonMayBeCalledInsteadOfWrittenTo(String number) {
        var method = new Method(newId(MARCH), MethodKind.MOBILE_PHONE, Channel.VOICE, new PhoneNumber(number), MARCH);
        assertThat(decide(STATE, call(number), MARCH).outcomes()).containsExactly(registered(method));
    }

    @Test
    @Tag("SPEC-1.4.countries.effect")
    void takesPhoneNumbersOfTheCountriesThatThePolicyAllows() {
        var german = decider(
                Samples.rules(new MethodRules(Set.of(MethodKind.MOBILE_PHONE), 1, 1, false, Set.of("DE", "AT"))));
        assertThat(german.decide(STATE, registerPhone(Samples.FOREIGN), at(MARCH)))
                .isEqualTo(Decision.of(STATE, because(RejectionReason.COUNTRY_NOT_ALLOWED, "destination")));
        assertThat(german.decide(STATE, registerPhone(PHONE), at(MARCH)).outcomes())
                .hasOnlyElementsOfType(MethodRegistered.class);
    }

    private static RegisterMethod call(String number) {
        return new RegisterMethod(KEY, MethodKind.MOBILE_PHONE, Channel.VOICE, new Opened.Readable(number));
    }

    private static MethodRegistered registered(Method method) {
        return Samples.registered(method, MARCH, null);
    }

    private static RegisterMethod unreadable() {
        return new RegisterMethod(KEY, MethodKind.EMAIL, Channel.EMAIL, new Opened.Unreadable());
    }

    private static RegisterMethod register(@Nullable MethodKind kind, @Nullable Channel channel) {
        return new RegisterMethod(KEY, kind, channel, new Opened.Readable(PHONE));
    }
}
