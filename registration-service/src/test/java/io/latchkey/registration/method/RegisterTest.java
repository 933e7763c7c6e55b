package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.OTHER_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.answer;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.prepopulatePhone;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.remove;
import static io.latchkey.registration.method.Samples.removeAsAdministrator;
import static io.latchkey.registration.method.Samples.requireAnew;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.method.MethodCommand.RemoveMethod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every method that was ever bound to the account, with its dates (NIST SP 800-63B-4, 3.2.1). */
class RegisterTest {

    private static final RegistrationDecider RULES =
            decider(PolicySamples.offeringAll().policy());
    private static final Instant APRIL = MARCH.plus(Duration.ofDays(31));
    private static final Registration PROVEN = next(account(OLD_PHONE), verified(OLD_PHONE), NEW_YEAR);

    @Test
    @Tag("SPEC-2.3a")
    void whatWaitsIsNotBound() {
        assertThat(next(account(), registerPhone(PHONE), MARCH).register()).isEqualTo(Register.EMPTY);
        assertThat(next(account(), prepopulatePhone(PHONE), MARCH).register()).isEqualTo(Register.EMPTY);
        assertThat(next(account(WAITING_PHONE), remove(WAITING_PHONE), MARCH).register())
                .isEqualTo(Register.EMPTY);
    }

    @Test
    @Tag("SPEC-2.3a")
    void aMethodIsBoundWhenItIsProven() {
        assertThat(PROVEN.register().bindings()).containsExactly(bound(OLD_PHONE, NEW_YEAR, null));
    }

    @Test
    @Tag("SPEC-2.3b")
    void aReplacedMethodIsUnboundWhenTheNewOneIsProven() {
        var waiting = next(PROVEN, registerPhone(OTHER_PHONE), MARCH);
        assertThat(waiting.register()).isEqualTo(PROVEN.register());

        var other = phone(newId(MARCH), OTHER_PHONE, MARCH);
        assertThat(next(waiting, verified(other), APRIL).register().bindings())
                .containsExactly(bound(OLD_PHONE, NEW_YEAR, APRIL), bound(other, APRIL, null));
    }

    @Test
    void aRemovedMethodStaysWithBothDatesWhoeverRemovedIt() {
        for (var removal : new MethodCommand[] {remove(OLD_PHONE), removeAsAdministrator(OLD_PHONE)}) {
            assertThat(next(PROVEN, removal, MARCH).register().bindings())
                    .containsExactly(bound(OLD_PHONE, NEW_YEAR, MARCH));
        }
    }

    @Test
    void theSameDestinationBoundAgainIsAnotherEntry() {
        var removed = next(PROVEN, remove(OLD_PHONE), MARCH);
        var again = phone(newId(APRIL), PHONE, APRIL);
        var bound = next(next(removed, registerPhone(PHONE), APRIL), verified(again), APRIL);
        assertThat(bound.register().bindings())
                .containsExactly(bound(OLD_PHONE, NEW_YEAR, MARCH), bound(again, APRIL, null));
    }

    @Test
    void answersAreBoundAsOneSetWithoutAMask() {
        var first = next(account(), answer(3), NEW_YEAR);
        var second = next(first, answer(5), MARCH);
        var gone = next(second, new RemoveMethod(Samples.KEY, newId(MARCH)), APRIL);
        assertThat(gone.register().bindings())
                .containsExactly(
                        new Binding(newId(NEW_YEAR), SECURITY_QUESTIONS, null, NEW_YEAR, MARCH),
                        new Binding(newId(MARCH), SECURITY_QUESTIONS, null, MARCH, APRIL));
    }

    @Test
    void neitherConfirmationNorReregistrationUnbinds() {
        assertThat(next(PROVEN, confirm(OLD_PHONE), MARCH).register()).isEqualTo(PROVEN.register());
        assertThat(next(PROVEN, requireAnew(), MARCH).register()).isEqualTo(PROVEN.register());
    }

    @Test
    void goesWithItsAccount() {
        assertThat(next(PROVEN, provision(), MARCH).register()).isEqualTo(PROVEN.register());
        assertThat(next(PROVEN, provision(entry("object-2", true)), MARCH).register())
                .isEqualTo(Register.EMPTY);
    }

    private static Binding bound(Method method, Instant from, @Nullable Instant until) {
        return new Binding(
                method.id(), MOBILE_PHONE, Mask.phone(method.destination().value()), from, until);
    }

    private static Registration next(Registration state, MethodCommand command, Instant now) {
        return requireNonNull(RULES.decide(state, command, at(now)).next());
    }
}
