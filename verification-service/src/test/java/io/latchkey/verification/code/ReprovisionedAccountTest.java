package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.ACCOUNT;
import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import java.time.Duration;
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
        assertThat(person.state()).isEqualTo(Verification.empty(ACCOUNT, new Standing(2, true)));
        assertThat(person.submits(phone))
                .containsExactly(new CodeRejected(phone.issued().codeId(), null, new UnknownCode()));
    }

    @Test
    void aCodeOfTheGenerationBeforeIsNamedSoThatItIsNotSentAnyMore() {
        person.isProvisioned(1);
        var phone = person.registers(PHONE);

        assertThat(person.isProvisioned(2))
                .containsExactly(new CodeRejected(
                        null,
                        PHONE.id(),
                        new UnknownMethod(false),
                        phone.issued().codeId()));
    }

    @Test
    void aCodeThatHasExpiredAnywayIsNotNamed() {
        person.isProvisioned(1);
        person.registers(PHONE);

        assertThat(person.waits(Duration.ofMinutes(5)).isProvisioned(2)).isEmpty();
    }

    @Test
    void theFirstNumberOfAGenerationIsAdoptedAndNothingForgotten() {
        person.guessesWrong(person.registers(PHONE), 5);
        person.guessesWrong(person.registers(EMAIL), 4);
        var before = person.state();

        assertThat(person.isProvisioned(3)).isEmpty();
        assertThat(person.state()).isEqualTo(before.with(new Standing(3, true)));
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
        assertThat(person.state().standing()).isEqualTo(Standing.UNKNOWN);
    }
}
