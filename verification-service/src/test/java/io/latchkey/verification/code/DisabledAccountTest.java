package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disabled account gets no codes and proves nothing, and loses nothing either. */
class DisabledAccountTest {

    private static final Duration COOLDOWN = Duration.ofSeconds(30);

    private final Person person = new Person();

    @BeforeEach
    void provision() {
        person.isProvisioned(1);
    }

    @Test
    void aCodeOnItsWayIsNamedSoThatItIsNotSentAnyMore() {
        var sent = person.registers(PHONE);

        assertThat(person.isDisabled())
                .containsExactly(new CodeRejected(
                        null, PHONE.id(), new AccountDisabled(), sent.issued().codeId()));
    }

    @Test
    void itGetsNoOtherCodeAndReservesNone() {
        person.registers(PHONE);
        person.isDisabled();
        var before = person.waits(COOLDOWN).state();

        assertThat(Fixtures.decider().reservations(before, Fixtures.resend(PHONE), person.now()))
                .isEmpty();
        assertThat(person.does(Fixtures.resend(PHONE)))
                .isEqualTo(Decision.of(before, new CodeRejected(null, PHONE.id(), new AccountDisabled())));
    }

    @Test
    void aMethodRegisteredWhileItWasEnabledGetsNoCodeEither() {
        var first = person.registers(PHONE);
        person.isDisabled();

        assertThat(person.does(Fixtures.registered(OTHER_PHONE, person.now())).outcomes())
                .containsExactly(new CodeRejected(
                        null,
                        OTHER_PHONE.id(),
                        new AccountDisabled(),
                        first.issued().codeId()));
    }

    @Test
    void theRightCodeProvesNothingAndAWrongOneCostsNoGuess() {
        var sent = person.registers(PHONE);
        person.isDisabled();
        var before = person.state();
        var refused = new CodeRejected(sent.issued().codeId(), PHONE.id(), new AccountDisabled());

        assertThat(person.submits(sent)).containsExactly(refused);
        assertThat(person.guessesWrong(sent)).containsExactly(refused);
        assertThat(person.state()).isEqualTo(before);
    }

    @Test
    void whatIsProvenIsToldFirst() {
        var sent = person.registers(PHONE);
        person.submits(sent);
        person.isDisabled();

        assertThat(person.submits(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new AlreadyProven()));
    }

    @Test
    void onceEnabledAgainItGoesOn() {
        person.registers(PHONE);
        person.isDisabled();
        person.isProvisioned(1);
        var sent = person.waits(COOLDOWN).resends(PHONE);

        assertThat(person.submits(sent))
                .containsExactly(new CodeVerified(sent.issued().codeId(), PHONE.id()));
    }
}
