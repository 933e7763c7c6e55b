package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
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
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 30 seconds between two codes, five in ten minutes per method, ten in an hour per destination. */
class SendLimitTest {

    private static final Duration COOLDOWN = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Person person = new Person();

    @Test
    @Tag("SPEC-1.4.sendsPerMethod.cooldown")
    void aCodeTooSoonAfterTheLastIsRefusedAndMayBeAskedForAgain() {
        person.registers(PHONE);
        var before = person.waits(COOLDOWN.minus(MOMENT)).state();

        assertThat(person.does(resend(PHONE)))
                .isEqualTo(Decision.retriable(before, tooOften(PHONE, NOON.plus(COOLDOWN))));
    }

    @Test
    @Tag("SPEC-1.4.sendsPerMethod.cooldown")
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
    @Tag("SPEC-1.4.sendsPerMethod.window")
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
    @Tag("SPEC-1.4.sendsPerDestination.window")
    void theTenthCodeToADestinationIsSentAndTheEleventhIsNot() {
        person.othersSendTo(PHONE, 9);
        person.registers(PHONE);
        var before = person.waits(COOLDOWN).state();

        assertThat(person.does(resend(PHONE)))
                .isEqualTo(Decision.retriable(
                        counted(before), tooOften(PHONE, person.now().plus(Duration.ofHours(1)))));
    }

    @Test
    void aTryRefusedForItsDestinationCostsASendOfTheMethod() {
        person.othersSendTo(PHONE, 10);
        person.does(registered(PHONE, NOON));
        assertThat(person.does(resend(PHONE)).outcomes()).containsExactly(tooOften(PHONE, NOON.plus(COOLDOWN)));

        for (int i = 0; i < 4; i++) {
            person.waits(COOLDOWN).does(resend(PHONE));
        }
        person.waits(COOLDOWN);
        assertThat(person.does(resend(PHONE)).outcomes())
                .containsExactly(tooOften(PHONE, NOON.plus(Duration.ofMinutes(10))));
        assertThat(Fixtures.decider().reservations(person.state(), resend(PHONE), person.now()))
                .isEmpty();
    }

    @Test
    void registeringTheSameDestinationAgainIsNoWayAroundTheCooldown() {
        person.registers(PHONE);

        assertThat(person.does(registered(again(PHONE, 0), NOON)).outcomes())
                .singleElement()
                .extracting("why")
                .isEqualTo(new RateLimited(NOON.plus(COOLDOWN), false));
    }

    @Test
    void whoMistypedGetsACodeForTheCorrectedDestinationAtOnce() {
        person.registers(OTHER_PHONE);

        assertThat(person.registers(PHONE).issued().number()).isEqualTo(2);
    }

    @Test
    void theCooldownOfADestinationOutlivesAnotherInBetween() {
        person.registers(PHONE);
        person.registers(OTHER_PHONE);

        assertThat(person.does(registered(again(PHONE, 0), NOON)).outcomes())
                .singleElement()
                .extracting("why")
                .isEqualTo(new RateLimited(NOON.plus(COOLDOWN), false));
    }

    @Test
    @Tag("SPEC-1.4.sendsPerMethod.window")
    void registeringAgainIsNoWayAroundFiveSendsInTenMinutes() {
        for (int i = 0; i < 5; i++) {
            person.registers(Fixtures.method(100 + i, MethodKind.MOBILE_PHONE, Channel.SMS));
        }

        assertThat(person.does(registered(PHONE, NOON)).outcomes())
                .singleElement()
                .extracting("why")
                .isEqualTo(new RateLimited(NOON.plus(Duration.ofMinutes(10)), false));
    }

    @Test
    void neitherTheLastGuessNorAProofNeedsACooldownAndNeitherGivesSendsBack() {
        person.guessesWrong(person.registers(PHONE), 5);
        person.submits(person.registers(again(PHONE, 1)));
        person.registers(again(PHONE, 2));

        assertThat(person.state().sends().of(PHONE.kind())).hasSize(3);
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

    /** The same destination under another registration. */
    private static Method again(Method method, int number) {
        var id = new MethodId(new UUID(9, number));
        return new Method(id, method.kind(), method.channel(), method.destination(), method.locale());
    }

    /** One more send of PHONE. */
    private Verification counted(Verification before) {
        return before.with(POLICY.sends().after(before.sends(), PHONE, person.now()));
    }

    private static CodeRejected tooOften(Method method, Instant retryAt) {
        return new CodeRejected(null, method.id(), new RateLimited(retryAt, true));
    }
}
