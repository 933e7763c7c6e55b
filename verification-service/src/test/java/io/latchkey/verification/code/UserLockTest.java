package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import io.latchkey.verification.code.VerificationOutcome.GuessesExhausted;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten wrong guesses of a user in 24 hours, over everything, lock for 24 hours. */
class UserLockTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Instant TOMORROW = NOON.plus(DAY);

    private final Person person = new Person();

    @Test
    @Tag("SPEC-1.4.wrongCodes.user")
    @Tag("SPEC-1.4.wrongCodes.lock")
    void theTenthWrongGuessLocksTheUser() {
        person.guessesWrong(person.registers(PHONE), 5);
        var email = person.registers(EMAIL);
        person.guessesWrong(email, 4);

        assertThat(person.guessesWrong(email)).containsExactly(last(email), new GuessesExhausted(EMAIL.id(), TOMORROW));
    }

    @Test
    void theTenthLocksEvenWhereTheMethodHasGuessesLeft() {
        person.guessesWrong(person.registers(PHONE), 4);
        person.guessesWrong(person.registers(EMAIL), 5);
        var other = person.registers(OTHER_PHONE);

        assertThat(person.guessesWrong(other))
                .containsExactly(last(other), new GuessesExhausted(OTHER_PHONE.id(), TOMORROW));
    }

    @Test
    void aCodeOfAnotherMethodIsNamedTooSoThatItIsNotSentToALockedUser() {
        exhaust(PHONE);
        var email = person.registers(EMAIL);
        person.guessesWrong(email, 4);
        var other = person.registers(OTHER_PHONE);

        assertThat(person.guessesWrong(email))
                .endsWith(new CodeRejected(
                        null,
                        OTHER_PHONE.id(),
                        new Locked(TOMORROW),
                        other.issued().codeId()));
    }

    @Test
    void theGuessesLeftAreNoMoreThanThoseOfTheUser() {
        person.guessesWrong(person.registers(PHONE), 4);
        person.guessesWrong(person.registers(OTHER_PHONE), 4);
        var sent = person.registers(EMAIL);

        assertThat(person.guessesWrong(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), EMAIL.id(), new WrongCode(1, null)));
    }

    @Test
    @Tag("SPEC-1.4.wrongCodes.lock")
    void theRightCodeOfALockedUserIsRefused() {
        var email = lock();

        assertThat(person.submits(email)).containsExactly(locked(email));
    }

    @Test
    void aLockedUserGetsNoCode() {
        lock();

        assertThat(person.does(Fixtures.registered(PHONE, NOON)).outcomes())
                .containsExactly(new CodeRejected(null, PHONE.id(), new Locked(TOMORROW)));
        assertThat(person.does(Fixtures.resend(PHONE)).outcomes())
                .containsExactly(new CodeRejected(null, PHONE.id(), new Locked(TOMORROW)));
    }

    @Test
    @Tag("SPEC-1.4.wrongCodes.lock")
    void theLockEndsOnTheInstant() {
        lock();
        person.does(Fixtures.registered(PHONE, NOON));

        person.waits(DAY.minus(MOMENT));
        assertThat(person.does(Fixtures.resend(PHONE)).outcomes())
                .containsExactly(new CodeRejected(null, PHONE.id(), new Locked(TOMORROW)));
        var sent = person.waits(MOMENT).resends(PHONE);
        assertThat(person.submits(sent))
                .containsExactly(new CodeVerified(sent.issued().codeId(), PHONE.id()));
    }

    @Test
    void afterTheLockTheUserHasTenGuessesAgain() {
        lock();
        var sent = person.waits(DAY).registers(PHONE);

        assertThat(person.guessesWrong(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new WrongCode(4, null)));
    }

    @Test
    @Tag("SPEC-1.4.wrongCodes.user")
    void aGuessLeavesTheWindowAfter24HoursAndNotBefore() {
        person.guessesWrong(person.registers(PHONE), 5);
        person.waits(DAY.minus(MOMENT));
        person.guessesWrong(person.registers(EMAIL), 4);
        var other = person.registers(OTHER_PHONE);
        person.waits(MOMENT);

        assertThat(person.guessesWrong(other))
                .containsExactly(new CodeRejected(other.issued().codeId(), OTHER_PHONE.id(), new WrongCode(4, null)));
    }

    @Test
    void aGuessStillInTheWindowCounts() {
        person.guessesWrong(person.registers(PHONE), 5);
        person.waits(DAY.minus(MOMENT));
        person.guessesWrong(person.registers(EMAIL), 4);
        var until = person.now().plus(DAY);
        var other = person.registers(OTHER_PHONE);

        assertThat(person.guessesWrong(other)).contains(new GuessesExhausted(OTHER_PHONE.id(), until));
    }

    @Test
    void provingDoesNotForgiveWrongGuesses() {
        var phone = person.registers(PHONE);
        person.guessesWrong(phone, 4);
        person.submits(phone);

        assertThat(person.state().guesses().wrong()).hasSize(4);
    }

    @Test
    void whatIsProvenIsToldBeforeTheLock() {
        var phone = person.registers(PHONE);
        person.submits(phone);
        exhaust(EMAIL);
        exhaust(OTHER_PHONE);

        assertThat(person.submits(phone))
                .containsExactly(new CodeRejected(phone.issued().codeId(), PHONE.id(), new AlreadyProven()));
    }

    @Test
    void theLockIsToldBeforeASupersededCode() {
        var replaced = person.registers(PHONE);
        exhaust(OTHER_PHONE);
        exhaust(EMAIL);

        assertThat(person.submits(replaced)).containsExactly(locked(replaced));
        person.waits(DAY);
        assertThat(person.submits(replaced))
                .containsExactly(new CodeRejected(replaced.issued().codeId(), PHONE.id(), new Superseded()));
    }

    /** With a code of EMAIL that was right all the time. */
    private SendCode lock() {
        exhaust(OTHER_PHONE);
        var email = person.registers(EMAIL);
        person.guessesWrong(email, 5);
        return email;
    }

    private void exhaust(Method method) {
        person.guessesWrong(person.registers(method), 5);
    }

    private static CodeRejected last(SendCode sent) {
        var code = sent.issued().codeId();
        return new CodeRejected(code, sent.issued().method().id(), new WrongCode(0, TOMORROW), code);
    }

    private static CodeRejected locked(SendCode sent) {
        return new CodeRejected(sent.issued().codeId(), sent.issued().method().id(), new Locked(TOMORROW));
    }
}
