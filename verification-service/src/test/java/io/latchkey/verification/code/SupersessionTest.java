package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A new code kills the one before it. */
class SupersessionTest {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Person person = new Person();

    @Test
    void aNewCodeNamesTheOneThatItKills() {
        var first = person.registers(PHONE);
        var second = person.waits(PATIENCE).resends(PHONE);

        assertThat(second.issued().superseded()).isEqualTo(first.issued().codeId());
    }

    @Test
    void theOldCodeIsSupersededAndCostsNoGuess() {
        var first = person.registers(PHONE);
        person.waits(PATIENCE).resends(PHONE);
        var before = person.state();

        assertThat(person.submits(first))
                .containsExactly(new CodeRejected(first.issued().codeId(), PHONE.id(), new Superseded()));
        assertThat(person.state()).isEqualTo(before);
    }

    @Test
    void theNewCodeProves() {
        person.registers(PHONE);
        var second = person.waits(PATIENCE).resends(PHONE);

        assertThat(person.submits(second))
                .containsExactly(new CodeVerified(second.issued().codeId(), PHONE.id()));
    }

    @Test
    void theDigitsOfTheNewCodeDoNotRedeemTheOldOne() {
        var first = person.registers(PHONE);
        var second = person.waits(PATIENCE).resends(PHONE);

        assertThat(person.submits(first, second.code().digits()))
                .containsExactly(new CodeRejected(first.issued().codeId(), PHONE.id(), new Superseded()));
    }

    @Test
    void theRunningNumberCountsOverTheWholeAccount() {
        assertThat(person.registers(PHONE).issued().number()).isEqualTo(1);
        assertThat(person.registers(EMAIL).issued().number()).isEqualTo(2);
        assertThat(person.waits(PATIENCE).resends(PHONE).issued().number()).isEqualTo(3);
    }

    @Test
    void onlyTheLatestTwentyOldCodesAreRemembered() {
        var first = person.registers(PHONE);
        for (int i = 0; i < Challenge.REMEMBERED_CODES; i++) {
            person.waits(PATIENCE).resends(PHONE);
        }
        assertThat(person.submits(first))
                .containsExactly(new CodeRejected(first.issued().codeId(), PHONE.id(), new Superseded()));

        person.waits(PATIENCE).resends(PHONE);
        assertThat(person.submits(first))
                .containsExactly(new CodeRejected(first.issued().codeId(), null, new UnknownCode()));
    }
}
