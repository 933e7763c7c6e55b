package io.latchkey.verification.code;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.verification.code.Challenge.Exhausted;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Challenge.Unproven;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.VerificationCommand.AccountErased;
import io.latchkey.verification.code.VerificationCommand.AccountProvisioned;
import io.latchkey.verification.code.VerificationCommand.MethodRegistered;
import io.latchkey.verification.code.VerificationCommand.MethodRemoved;
import io.latchkey.verification.code.VerificationCommand.MethodReplaced;
import io.latchkey.verification.code.VerificationCommand.ResendCode;
import io.latchkey.verification.code.VerificationCommand.SubmitCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of proof by code. */
public final class VerificationDecider implements Decider<Verification, VerificationCommand, VerificationOutcome> {

    private final VerificationPolicies policies;
    private final CodeHasher hasher;

    public VerificationDecider(VerificationPolicies policies, CodeHasher hasher) {
        this.policies = policies;
        this.hasher = hasher;
    }

    /** An account that is known by its methods only is adopted by the first generation told of. */
    @Override
    public long generation(Verification state) {
        return Math.max(1, state.standing().generation());
    }

    @Override
    public Decision<Verification, VerificationOutcome> decide(
            @Nullable Verification state, VerificationCommand command, Context context) {
        return switch (command) {
            case AccountProvisioned provisioned -> Provisioning.provision(state, provisioned, context.now());
            case MethodRegistered registered ->
                Wish.of(state, registered)
                        .map(wish -> issuing(wish.state()).grant(wish, context))
                        .orElse(Decision.of(state));
            case MethodRemoved removed -> Forgetting.remove(state, removed, context.now());
            case MethodReplaced replaced -> Forgetting.replace(state, replaced, context.now());
            case AccountErased erased -> Forgetting.erase(state, erased, context.now());
            case ResendCode resend -> resend(state, resend, context);
            case SubmitCode submit -> judging(state).submit(state, submit, context);
        };
    }

    @Override
    public Set<Counter> reservations(@Nullable Verification state, VerificationCommand command, Instant now) {
        return wish(state, command, now)
                .map(wish -> issuing(wish.state()).reservations(wish, now))
                .orElse(Set.of());
    }

    @Override
    public VerificationOutcome refused(VerificationCommand command, Refusal refusal) {
        var why = why(refusal);
        return switch (command) {
            case SubmitCode submit -> new CodeRejected(submit.codeId(), null, why);
            case ResendCode resend -> rejected(resend, why);
            case MethodRegistered registered ->
                new CodeRejected(null, registered.method().id(), why);
            case MethodRemoved removed -> new CodeRejected(null, removed.methodId(), why);
            case MethodReplaced replaced -> new CodeRejected(null, replaced.methodId(), why);
            case AccountProvisioned provisioned -> new CodeRejected(null, null, why);
            case AccountErased erased -> new CodeRejected(null, null, why);
        };
    }

    private Issuing issuing(Verification state) {
        return new Issuing(policies.of(state.account().tenantId()), hasher);
    }

    /** Where nothing is known of an account, no guess is judged. */
    private Judging judging(@Nullable Verification state) {
        var policy = state == null
                ? VerificationPolicy.DEFAULT
                : policies.of(state.account().tenantId());
        return new Judging(policy.guesses(), hasher);
    }

    private Decision<Verification, VerificationOutcome> resend(
            @Nullable Verification state, ResendCode command, Context context) {
        var challenge =
                state == null ? null : state.challenge(command.methodId()).orElse(null);
        if (state == null || challenge == null) {
            return Decision.retriable(state, rejected(command, new UnknownMethod(true)));
        }
        return switch (challenge) {
            case Proven proven -> Decision.of(state, rejected(command, new AlreadyProven()));
            case Challenge any
            when !state.standing().enabled() -> Decision.of(state, rejected(command, new AccountDisabled()));
            case Unproven unproven -> issuing(state).grant(Wish.again(state, unproven, context.now()), context);
            case Exhausted exhausted ->
                Decision.of(state, rejected(command, new Locked(state.guesses().lock(context.now()))));
            case Replaced replaced -> Decision.of(state, rejected(command, new UnknownMethod(false)));
        };
    }

    private static CodeRejected rejected(ResendCode command, Rejection why) {
        return new CodeRejected(null, command.methodId(), why);
    }

    private static Optional<Wish> wish(@Nullable Verification state, VerificationCommand command, Instant now) {
        return switch (command) {
            case MethodRegistered registered -> Wish.of(state, registered);
            case ResendCode resend -> Wish.of(state, resend, now);
            case AccountProvisioned provisioned -> Optional.empty();
            case MethodRemoved removed -> Optional.empty();
            case MethodReplaced replaced -> Optional.empty();
            case AccountErased erased -> Optional.empty();
            case SubmitCode submit -> Optional.empty();
        };
    }

    private static Rejection why(Refusal refusal) {
        return switch (refusal) {
            case Refusal.CommandIdReused reused -> new Rejection.CommandIdReused(reused.conflictingCommandId());
            case Refusal.RateLimited limited -> new Rejection.RateLimited(limited.retryAt(), true);
        };
    }
}
