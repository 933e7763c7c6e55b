package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.POLICY;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Refusal;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.Hint;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @Test
    @Tag("SPEC-2.7a")
    void namesTheIdThatWasUsedTwice() {
        var id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        var reason = RejectionReason.COMMAND_ID_REUSED;
        assertThat(decider(POLICY).refused(confirm(), new Refusal.CommandIdReused(id)))
                .isEqualTo(new CommandRejected(
                        reason, reason.message(), "metadata.commandId", false, new Hint.Conflict(id)));
    }

    @Test
    void tooManyCommandsMayBeSentAgainLater() {
        var reason = RejectionReason.RATE_LIMITED;
        assertThat(decider(POLICY).refused(confirm(), new Refusal.RateLimited(MARCH)))
                .isEqualTo(new CommandRejected(reason, reason.message(), null, true, new Hint.RetryAt(MARCH)));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SPEC-2.7e")
    void everyReasonHasASentenceForPeople(RejectionReason reason) {
        assertThat(reason.message()).matches("[A-Z].{5,}\\.").doesNotContain(reason.name(), "_");
    }
}
