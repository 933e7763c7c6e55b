package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.ACCOUNT;
import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another account under the same user id starts with nothing. */
class ReprovisionedAccountTest {

    private final Person person = new Person();

    @Test
    void aNewGenerationForgetsCodesGuessesAndLocks() {
        person.isProvisioned(1);
        var phone = person.registers(PHONE);
        person.guessesWrong(phone, 5);
        person.guessesWrong(person.registers(EMAIL), 5);

        assertThat(person.isProvisioned(2)).isEmpty();
        assertThat(person.state()).isEqualTo(new Verification(ACCOUNT, 2, 0, UserGuesses.NONE, List.of()));
        assertThat(person.submits(phone))
                .containsExactly(new CodeRejected(phone.issued().codeId(), null, new UnknownCode()));
    }

    @Test
    void anUpdateOfTheSameGenerationChangesNothing() {
        person.isProvisioned(1);
        person.guessesWrong(person.registers(PHONE));
        var before = person.state();

        person.isProvisioned(1);
        assertThat(person.state()).isEqualTo(before);
    }

    @Test
    void whatARestoredRegistrationTellsOfAnOlderGenerationChangesNothing() {
        person.isProvisioned(1);
        person.isProvisioned(2);
        person.registers(PHONE);
        var before = person.state();

        person.isProvisioned(1);
        assertThat(person.state()).isEqualTo(before);
    }

    @Test
    void aMethodMayComeWithoutItsAccountWhereTheLogHasForgottenIt() {
        var sent = person.registers(OTHER_PHONE);

        assertThat(sent.issued().number()).isEqualTo(1);
        assertThat(person.state().generation()).isZero();
    }
}
