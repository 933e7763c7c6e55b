package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened.Unreadable;
import io.latchkey.verification.code.Rejection.InvalidField;
import io.latchkey.verification.code.Rejection.UnreadableField;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationCommand.SubmitCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be a code is refused and costs no guess. */
class BadSubmissionTest {

    private final Person person = new Person();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "12345678901", "12345a", " 123456", "１２３４５６", "-12345", "12345\n6"})
    void whatHasNotSixToTenDigitsIsInvalid(String digits) {
        var sent = person.registers(PHONE);
        var rejected = new CodeRejected(sent.issued().codeId(), null, new InvalidField("code"));

        assertThat(person.does(Fixtures.submit(sent.issued().codeId(), digits)))
                .isEqualTo(Decision.of(person.state(), rejected));
        assertThat(person.state().guesses()).isEqualTo(UserGuesses.NONE);
    }

    @Test
    void whatCannotBeOpenedIsUnreadable() {
        var sent = person.registers(PHONE);
        var rejected = new CodeRejected(sent.issued().codeId(), null, new UnreadableField("code"));

        assertThat(person.does(new SubmitCode(sent.issued().codeId(), new Unreadable())))
                .isEqualTo(Decision.of(person.state(), rejected));
        assertThat(person.state().guesses()).isEqualTo(UserGuesses.NONE);
    }

    @Test
    void aCodeOfAnotherLengthThanWasSentIsMerelyWrong() {
        var sent = person.registers(PHONE);

        assertThat(person.submits(sent, "0" + sent.code().digits()))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new WrongCode(4, null)));
    }
}
