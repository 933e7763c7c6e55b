package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static io.latchkey.verification.code.Fixtures.POLICY;
import static io.latchkey.verification.code.Fixtures.registered;
import static io.latchkey.verification.code.Fixtures.resend;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.Rejection.RateLimited;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** 30 seconds between two codes, five in ten minutes per method, ten in an hour per destination. */
class SendLimitTest {

    private static final Duration COOLDOWN = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Person person = new Person();

    @Test
    void aCodeTooSoonAfterTheLastIsRefusedAndMayBeAskedForAgain() {
        person.registers(PHONE);
        var before = person.waits(COOLDOWN.minus(MOMENT)).state();

        assertThat(person.does(resend(PHONE)))
                .isEqualTo(Decision.retriable(before, tooOften(PHONE, NOON.plus(COOLDOWN))));
    }

    @Test
    void aCodeAfterTheCooldownIsSent() {
        person.registers(PHONE);

        assertThat(person.waits(COOLDOWN).resends(PHONE).issued().number()).isEqualTo(2);
    }

    @Test
    void theCooldownOfOneMethodIsNoneOfAnother() {
        person.registers(EMAIL);
        person.waits(COOLDOWN).registers(PHONE);

        assertThat(person.resends(EMAIL).issued().number()).isEqualTo(3);
    }

    @Test
    void withoutACooldownCodesMayFollowAtOnce() {
        var sends = POLICY.sends();
        var eager = new Person(new VerificationPolicy(
                POLICY.codes(),
                POLICY.guesses(),
                new SendLimits(
                        Duration.ZERO,
                        sends.perMethod(),
                        sends.methodWindow(),
                        sends.perDestination(),
                        sends.destinationWindow())));
        eager.registers(PHONE);

        assertThat(eager.resends(PHONE).issued().number()).isEqualTo(2);
    }

    @Test
    void theSixthCodeInTenMinutesIsRefusedUntilTheFirstIsTenMinutesOld() {
        person.registers(PHONE);
        for (int i = 0; i < 4; i++) {
            person.waits(COOLDOWN).resends(PHONE);
        }
        person.waits(COOLDOWN);

        var firstLeaves = NOON.plus(Duration.ofMinutes(10));
        assertThat(person.does(resend(PHONE)))
                .isEqualTo(Decision.retriable(person.state(), tooOften(PHONE, firstLeaves)));
        person.waits(Duration.between(person.now(), firstLeaves));
        assertThat(person.resends(PHONE).issued().number()).isEqualTo(6);
    }

    @Test
    void theTenthCodeToADestinationIsSentAndTheEleventhIsNot() {
        person.othersSendTo(PHONE, 9);
        person.registers(PHONE);
        var before = person.waits(COOLDOWN).state();

        assertThat(person.does(resend(PHONE)))
                .isEqualTo(
                        Decision.retriable(before, tooOften(PHONE, person.now().plus(Duration.ofHours(1)))));
    }

    @Test
    void aMethodWhoseDestinationGotTooManyCodesWaits() {
        person.othersSendTo(PHONE, 10);
        var decision = person.does(registered(PHONE, NOON));

        assertThat(person.state().challenges()).containsExactly(new Waiting(PHONE));
        assertThat(decision.outcomes())
                .containsExactly(
                        new CodeRejected(null, PHONE.id(), new RateLimited(NOON.plus(Duration.ofHours(1)), false)));
        assertThat(decision.remembered()).isTrue();
    }

    @Test
    void aRefusedWishReservesNothing() {
        person.registers(PHONE);

        assertThat(Fixtures.decider().reservations(person.state(), resend(PHONE), NOON))
                .isEmpty();
        assertThat(Fixtures.decider().reservations(person.state(), registered(PHONE, NOON), NOON))
                .isEmpty();
        assertThat(Fixtures.decider().reservations(null, registered(PHONE, NOON.minus(Duration.ofHours(1))), NOON))
                .isEmpty();
    }

    @Test
    void whatCouldBeSentReservesASendToItsDestination() {
        person.registers(PHONE);
        var now = NOON.plus(COOLDOWN);

        assertThat(Fixtures.decider().reservations(person.state(), resend(PHONE), now))
                .containsExactly(new Counter("acme/64657374696e6174696f6e2031", Duration.ofHours(1)));
    }

    private static CodeRejected tooOften(Method method, Instant retryAt) {
        return new CodeRejected(null, method.id(), new RateLimited(retryAt, true));
    }
}
