package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationCommand.AccountErased;
import io.latchkey.verification.code.VerificationCommand.MethodRemoved;
import io.latchkey.verification.code.VerificationCommand.MethodReplaced;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Methods and accounts that are no more. */
class ForgottenTest {

    private final Person person = new Person();

    @BeforeEach
    void provision() {
        person.isProvisioned(1);
    }

    @Test
    void theCodeOfARemovedMethodIsNotSentAnyMore() {
        var sent = person.registers(PHONE);

        assertThat(person.does(new MethodRemoved(PHONE.id())).outcomes())
                .containsExactly(new CodeRejected(
                        null,
                        PHONE.id(),
                        new UnknownMethod(false),
                        sent.issued().codeId()));
    }

    @Test
    void theCodeOfARemovedMethodProvesNothing() {
        var sent = person.registers(PHONE);
        person.does(new MethodRemoved(PHONE.id()));

        assertThat(person.submits(sent)).containsExactly(unknown(sent));
        assertThat(person.does(Fixtures.resend(PHONE)).outcomes())
                .containsExactly(new CodeRejected(null, PHONE.id(), new UnknownMethod(true)));
    }

    @Test
    void aCodeThatHasExpiredNeedsNoWord() {
        person.registers(PHONE);

        assertThat(person.waits(Duration.ofMinutes(5))
                        .does(new MethodRemoved(PHONE.id()))
                        .outcomes())
                .isEmpty();
    }

    @Test
    void whatIsNotAboutTheRemovedMethodStays() {
        var email = person.registers(EMAIL);
        person.guessesWrong(person.registers(PHONE));
        var guesses = person.state().guesses();
        person.does(new MethodRemoved(PHONE.id()));

        assertThat(person.state().guesses()).isEqualTo(guesses);
        assertThat(person.submits(email)).hasSize(1).hasOnlyElementsOfType(VerificationOutcome.CodeVerified.class);
    }

    @Test
    void theCodesOfAMethodThatAnAdministratorReplacedAreDead() {
        var sent = person.registers(PHONE);

        assertThat(person.does(new MethodReplaced(PHONE.id())).outcomes())
                .containsExactly(new CodeRejected(
                        null,
                        PHONE.id(),
                        new UnknownMethod(false),
                        sent.issued().codeId()));
        assertThat(person.submits(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new Superseded()));
        assertThat(person.does(Fixtures.resend(PHONE)).outcomes())
                .containsExactly(new CodeRejected(null, PHONE.id(), new UnknownMethod(false)));
    }

    @Test
    void ofAnErasedAccountNothingIsKept() {
        var phone = person.registers(PHONE);
        var email = person.registers(EMAIL);

        assertThat(person.does(new AccountErased(1)))
                .isEqualTo(new Decision<>(null, List.of(dead(phone), dead(email)), true));
        assertThat(person.submits(phone)).containsExactly(unknown(phone));
    }

    @Test
    void whoComesAfterAnErasedAccountBeginsAnew() {
        person.guessesWrong(person.registers(PHONE), 4);
        person.does(new AccountErased(1));
        person.isProvisioned(2);
        var sent = person.registers(EMAIL);

        assertThat(sent.issued().number()).isEqualTo(1);
        assertThat(person.state().guesses()).isEqualTo(UserGuesses.NONE);
        assertThat(person.guessesWrong(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), EMAIL.id(), new WrongCode(4, null)));
    }

    @Test
    void anErasureOfThePredecessorErasesNobodyElse() {
        person.isProvisioned(2);
        var sent = person.registers(PHONE);

        assertThat(person.does(new AccountErased(1)).outcomes()).isEmpty();
        assertThat(person.submits(sent)).hasOnlyElementsOfType(VerificationOutcome.CodeVerified.class);
    }

    private static CodeRejected dead(SendCode sent) {
        return new CodeRejected(
                null,
                sent.issued().method().id(),
                new AccountDisabled(),
                sent.issued().codeId());
    }

    private static CodeRejected unknown(SendCode sent) {
        return new CodeRejected(sent.issued().codeId(), null, new UnknownCode());
    }
}
