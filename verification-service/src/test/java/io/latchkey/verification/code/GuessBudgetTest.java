package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import io.latchkey.verification.code.VerificationOutcome.GuessesExhausted;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five wrong guesses per registered method, over all its codes. */
class GuessBudgetTest {

    private static final Duration COOLDOWN = Duration.ofSeconds(30);

    private final Person person = new Person();

    @Test
    void everyWrongGuessLeavesOneLess() {
        var sent = person.registers(PHONE);

        for (int left = 4; left > 0; left--) {
            assertThat(person.guessesWrong(sent)).containsExactly(wrong(sent, left));
        }
    }

    @Test
    @Tag("SPEC-1.4.wrongCodes.method")
    void theFifthWrongGuessIsTheLast() {
        var sent = person.registers(PHONE);
        person.guessesWrong(sent, 4);

        assertThat(person.guessesWrong(sent)).containsExactly(last(sent), new GuessesExhausted(PHONE.id(), null));
    }

    @Test
    @Tag("SPEC-1.4.wrongCodes.method")
    void theRightCodeIsWorthNothingAfterTheLastGuess() {
        var sent = person.registers(PHONE);
        person.guessesWrong(sent, 5);

        assertThat(person.submits(sent)).containsExactly(locked(sent));
    }

    @Test
    void theRightCodeStillProvesWithOneGuessLeft() {
        var sent = person.registers(PHONE);
        person.guessesWrong(sent, 4);

        assertThat(person.submits(sent))
                .containsExactly(new CodeVerified(sent.issued().codeId(), PHONE.id()));
    }

    @Test
    @Tag("SPEC-1.4.wrongCodes.method")
    void aNewCodeInheritsTheGuessesLeft() {
        person.guessesWrong(person.registers(PHONE), 4);
        var second = person.waits(COOLDOWN).resends(PHONE);

        assertThat(person.guessesWrong(second)).containsExactly(last(second), new GuessesExhausted(PHONE.id(), null));
    }

    @Test
    void aMethodWithoutGuessesGetsNoNewCode() {
        person.guessesWrong(person.registers(PHONE), 5);

        assertThat(person.waits(COOLDOWN).does(Fixtures.resend(PHONE)).outcomes())
                .containsExactly(new CodeRejected(null, PHONE.id(), new Locked(null)));
    }

    @Test
    void registeringAnewStartsFiveAnew() {
        person.guessesWrong(person.registers(PHONE), 5);
        var second = person.registers(OTHER_PHONE);

        assertThat(person.guessesWrong(second)).containsExactly(wrong(second, 4));
    }

    @Test
    void beingToldOfTheSameRegistrationAgainStartsNothingAnew() {
        var sent = person.registers(PHONE);
        person.guessesWrong(sent, 3);

        assertThat(person.does(Fixtures.registered(PHONE, person.now())).outcomes())
                .isEmpty();
        assertThat(person.guessesWrong(sent)).containsExactly(wrong(sent, 1));
    }

    @Test
    void guessesOfOneMethodAreNoneOfAnother() {
        person.guessesWrong(person.registers(PHONE), 4);
        var sent = person.registers(EMAIL);

        assertThat(person.guessesWrong(sent)).containsExactly(wrong(sent, 4));
    }

    @Test
    void asManyAsArriveAtOnceNoMoreThanFiveAreEvaluated() {
        var sent = person.registers(PHONE);

        var replies = new ArrayList<VerificationOutcome>();
        for (int i = 0; i < 50; i++) {
            replies.addAll(person.guessesWrong(sent));
        }

        assertThat(replies)
                .filteredOn(reply -> reply instanceof CodeRejected rejected && rejected.why() instanceof WrongCode)
                .hasSize(5);
        assertThat(replies).filteredOn(locked(sent)::equals).hasSize(45);
    }

    private static CodeRejected wrong(SendCode sent, int left) {
        return new CodeRejected(sent.issued().codeId(), sent.issued().method().id(), new WrongCode(left, null));
    }

    /** Names the code, which may still wait to be sent. */
    private static CodeRejected last(SendCode sent) {
        var code = sent.issued().codeId();
        return new CodeRejected(code, sent.issued().method().id(), new WrongCode(0, null), code);
    }

    private static CodeRejected locked(SendCode sent) {
        return new CodeRejected(sent.issued().codeId(), sent.issued().method().id(), new Locked(null));
    }
}
