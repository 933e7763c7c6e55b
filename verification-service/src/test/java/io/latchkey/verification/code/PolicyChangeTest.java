package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.ACCOUNT;
import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static io.latchkey.verification.code.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Rejection.Expired;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import io.latchkey.verification.code.VerificationOutcome.GuessesExhausted;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy change gives nobody new guesses, and no code that is out a longer life. */
class PolicyChangeTest {

    private static final Duration COOLDOWN = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final Person person = new Person();

    @BeforeEach
    void provision() {
        person.isProvisioned(1);
    }

    @Test
    void aCodeThatIsOutLivesNoLonger() {
        person.policyBecomes(lifetime(Duration.ofMinutes(1)));
        var sent = person.registers(PHONE);
        person.policyBecomes(lifetime(Duration.ofMinutes(10)));

        assertThat(person.waits(Duration.ofMinutes(1)).submits(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new Expired()));
        assertThat(person.resends(PHONE).issued().expiresAt())
                .isEqualTo(person.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aCodeThatIsOutKeepsItsLengthAndLifeWhenTheyAreCut() {
        person.policyBecomes(new VerificationPolicy(
                new CodeRules(8, Duration.ofMinutes(10), Duration.ofMinutes(10)), POLICY.guesses(), POLICY.sends()));
        var sent = person.registers(PHONE);
        person.policyBecomes(lifetime(Duration.ofMinutes(1)));

        assertThat(sent.code().digits()).hasSize(8);
        assertThat(person.waits(Duration.ofMinutes(9)).submits(sent)).containsExactly(verified(sent));
    }

    @Test
    void aHigherLimitGivesAMethodNoNewGuesses() {
        person.policyBecomes(guesses(2, 10));
        var sent = person.registers(PHONE);
        person.guessesWrong(sent);
        person.policyBecomes(guesses(5, 10));

        assertThat(person.guessesWrong(sent)).containsExactly(last(sent), new GuessesExhausted(PHONE.id(), null));
    }

    @Test
    void norDoesANewCodeUnderAHigherLimit() {
        person.policyBecomes(guesses(2, 10));
        person.guessesWrong(person.registers(PHONE));
        person.policyBecomes(guesses(5, 10));
        var second = person.waits(COOLDOWN).resends(PHONE);

        assertThat(person.guessesWrong(second)).containsExactly(last(second), new GuessesExhausted(PHONE.id(), null));
    }

    @Test
    void norALimitThatGoesDownAndUpAgainBetweenTwoCodes() {
        var first = person.registers(PHONE);
        person.guessesWrong(first);
        person.policyBecomes(guesses(2, 10));
        var second = person.waits(COOLDOWN).resends(PHONE);
        person.policyBecomes(guesses(5, 10));

        assertThat(person.guessesWrong(second)).containsExactly(last(second), new GuessesExhausted(PHONE.id(), null));
    }

    @Test
    void aMethodRegisteredAnewHasTheNewLimit() {
        person.policyBecomes(guesses(2, 10));
        person.guessesWrong(person.registers(PHONE));
        person.policyBecomes(guesses(5, 10));
        var sent = person.registers(OTHER_PHONE);

        assertThat(person.guessesWrong(sent)).containsExactly(wrong(sent, 4));
    }

    @Test
    void aLowerLimitHoldsForTheNextGuess() {
        var sent = person.registers(PHONE);
        person.guessesWrong(sent, 3);
        person.policyBecomes(guesses(2, 10));

        assertThat(person.guessesWrong(sent)).containsExactly(last(sent), new GuessesExhausted(PHONE.id(), null));
    }

    @Test
    void aHigherLimitGivesAUserNoNewGuessesUntilTheOldOnesAreADayOld() {
        person.policyBecomes(guesses(5, 3));
        person.guessesWrong(person.registers(PHONE), 2);
        person.policyBecomes(guesses(5, 10));
        var email = person.registers(EMAIL);
        var tomorrow = person.now().plus(DAY);

        assertThat(person.guessesWrong(email))
                .startsWith(
                        new CodeRejected(
                                email.issued().codeId(),
                                EMAIL.id(),
                                new WrongCode(0, tomorrow),
                                email.issued().codeId()),
                        new GuessesExhausted(EMAIL.id(), tomorrow));
        var sent = person.waits(DAY).registers(OTHER_PHONE);
        assertThat(person.guessesWrong(sent)).containsExactly(wrong(sent, 4));
    }

    @Test
    void aLockStaysAsLongAsItWasSaid() {
        person.policyBecomes(guesses(1, 1));
        person.guessesWrong(person.registers(PHONE));
        person.policyBecomes(POLICY);

        assertThat(person.state().guesses().lock(person.now().plus(DAY).minusMillis(1)))
                .isEqualTo(NOON.plus(DAY));
    }

    @Test
    void sendsAreCountedByThePolicyThatIsInForce() {
        person.registers(PHONE);
        person.policyBecomes(
                new VerificationPolicy(POLICY.codes(), POLICY.guesses(), SendLimits.of(Duration.ZERO, 2, 10)));

        assertThat(person.resends(PHONE).issued().number()).isEqualTo(2);
        assertThat(person.does(Fixtures.resend(PHONE)).outcomes())
                .singleElement()
                .isInstanceOf(CodeRejected.class);
    }

    @Test
    void everyTenantHasItsOwn() {
        var asked = new ArrayList<String>();
        var decider = new VerificationDecider(
                tenant -> {
                    asked.add(tenant);
                    return POLICY;
                },
                new Fixtures.PlainHasher());

        decider.reservations(null, Fixtures.registered(PHONE, NOON), NOON);
        assertThat(asked).containsExactly(ACCOUNT.tenantId());
    }

    private static VerificationPolicy lifetime(Duration phone) {
        return new VerificationPolicy(
                new CodeRules(6, phone, Duration.ofMinutes(10)), POLICY.guesses(), POLICY.sends());
    }

    private static VerificationPolicy guesses(int perMethod, int perUser) {
        return new VerificationPolicy(POLICY.codes(), GuessLimits.of(perMethod, perUser), POLICY.sends());
    }

    private static CodeVerified verified(SendCode sent) {
        return new CodeVerified(sent.issued().codeId(), sent.issued().method().id());
    }

    private static CodeRejected wrong(SendCode sent, int left) {
        return new CodeRejected(sent.issued().codeId(), sent.issued().method().id(), new WrongCode(left, null));
    }

    private static CodeRejected last(SendCode sent) {
        var code = sent.issued().codeId();
        return new CodeRejected(code, sent.issued().method().id(), new WrongCode(0, null), code);
    }
}
