package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_ACCOUNT;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.erase;
import static io.latchkey.registration.method.Samples.exhausted;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.method.Samples.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.AccountErased;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final Instant FORGOTTEN = MARCH.plus(Duration.ofDays(30));
    private static final Registration STATE = waitingFor(proven(OLD_PHONE, OLD_EMAIL), WAITING_PHONE);

    @Test
    void leavesNothingAndTellsWhoeverHadAccess() {
        var told = List.of(recipient(OLD_PHONE), recipient(OLD_EMAIL));
        assertThat(decide(STATE, erase(), MARCH)).isEqualTo(Decision.of(null, new AccountErased(1, FORGOTTEN, told)));
        assertThat(decide(disabled(STATE), erase(), MARCH).outcomes())
                .containsExactly(new AccountErased(1, FORGOTTEN, told));
    }

    @Test
    void tellsNobodyWhereNothingWasProven() {
        assertThat(decide(account(WAITING_PHONE), erase(), MARCH))
                .isEqualTo(Decision.of(null, new AccountErased(1, FORGOTTEN, List.of())));
    }

    @Test
    void namesTheGenerationThatGoes() {
        var other = decide(STATE, provision(entry("object-2", true)), MARCH).next();
        assertThat(decide(other, erase(), MARCH).outcomes())
                .containsExactly(new AccountErased(2, FORGOTTEN, List.of()));
    }

    @Test
    void whatComesAfterwardsFindsNoAccount() {
        assertThat(decide(null, erase(), MARCH)).isEqualTo(Decision.retriable(null, because(UNKNOWN_ACCOUNT)));
        for (var report : List.of(verified(WAITING_PHONE), tick(FORGOTTEN), exhausted(FORGOTTEN))) {
            assertThat(decide(null, report, MARCH)).isEqualTo(Decision.of(null));
        }
    }

    @Test
    @Tag("SPEC-1.1d")
    void anAccountThatIsProvisionedAgainHasNothing() {
        assertThat(decide(null, provision(), MARCH).next()).isEqualTo(account());
    }
}
