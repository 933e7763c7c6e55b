package io.latchkey.verification.code;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.VerificationCommand.AccountErased;
import io.latchkey.verification.code.VerificationCommand.MethodRemoved;
import io.latchkey.verification.code.VerificationCommand.MethodReplaced;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows what registration tells of methods and accounts that are no more. A code still out is named, so that it is not sent. */
final class Forgetting {

    private Forgetting() {}

    /** Nothing answers for the codes of a removed method. */
    static Decision<Verification, VerificationOutcome> remove(
            @Nullable Verification state, MethodRemoved told, Instant now) {
        var challenge = challenge(state, told.methodId());
        return state == null || challenge == null
                ? Decision.of(state)
                : new Decision<>(
                        state.without(challenge), state.abandoned(challenge, new UnknownMethod(false), now), true);
    }

    /** One that was proven in the meantime stays: registration hears of that. */
    static Decision<Verification, VerificationOutcome> replace(
            @Nullable Verification state, MethodReplaced told, Instant now) {
        var challenge = challenge(state, told.methodId());
        return state == null || challenge == null || challenge instanceof Proven
                ? Decision.of(state)
                : new Decision<>(
                        state.replaced(challenge), state.abandoned(challenge, new UnknownMethod(false), now), true);
    }

    /** An account that came again since then is another. */
    static Decision<Verification, VerificationOutcome> erase(
            @Nullable Verification state, AccountErased told, Instant now) {
        return state == null || state.standing().generation() > told.generation()
                ? Decision.of(state)
                : new Decision<>(null, state.abandoned(new AccountDisabled(), now), true);
    }

    private static @Nullable Challenge challenge(@Nullable Verification state, MethodId method) {
        return state == null ? null : state.challenge(method).orElse(null);
    }
}
