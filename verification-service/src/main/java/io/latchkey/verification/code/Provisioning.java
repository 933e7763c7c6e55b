package io.latchkey.verification.code;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.VerificationCommand.AccountProvisioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows what registration tells of the account itself. */
final class Provisioning {

    private Provisioning() {}

    static Decision<Verification, VerificationOutcome> provision(
            @Nullable Verification state, AccountProvisioned told, Instant now) {
        var fresh = Verification.empty(told.account(), told.standing());
        if (state == null) {
            return Decision.of(fresh);
        }
        return state.standing().succeededBy(told.standing())
                ? new Decision<>(fresh, state.abandoned(new UnknownMethod(false), now), true)
                : update(state, told.standing(), now);
    }

    private static Decision<Verification, VerificationOutcome> update(Verification state, Standing told, Instant now) {
        if (state.standing().outdates(told)) {
            return Decision.of(state);
        }
        return state.standing().enabled() && !told.enabled()
                ? new Decision<>(state.with(told), state.abandoned(new AccountDisabled(), now), true)
                : Decision.of(state.with(told));
    }
}
