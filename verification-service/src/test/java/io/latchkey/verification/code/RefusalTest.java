package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static io.latchkey.verification.code.Fixtures.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Refusal;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the engine refuses is told as a rejection like any other. */
class RefusalTest {

    private static final CodeId CODE = new CodeId(new UUID(1, 1));
    private static final UUID COMMAND = new UUID(2, 2);

    @Test
    void aUsedCommandIdIsNamed() {
        assertThat(decider().refused(Fixtures.submit(CODE, "123456"), new Refusal.CommandIdReused(COMMAND)))
                .isEqualTo(new CodeRejected(CODE, null, new Rejection.CommandIdReused(COMMAND)));
    }

    @Test
    void tooManyCommandsMayComeAgainLater() {
        assertThat(decider().refused(Fixtures.resend(PHONE), new Refusal.RateLimited(NOON)))
                .isEqualTo(new CodeRejected(null, PHONE.id(), new Rejection.RateLimited(NOON, true)));
    }
}
