package io.latchkey.verification.code;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.Expired;
import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.RateLimited;
import io.latchkey.verification.code.VerificationOutcome.CodeIssued;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Grants or refuses the wish for a code. */
final class Issuing {

    private static final int CODE_ID = 0;
    private static final int DIGITS = 1;

    private final VerificationPolicy policy;
    private final CodeHasher hasher;

    Issuing(VerificationPolicy policy, CodeHasher hasher) {
        this.policy = policy;
        this.hasher = hasher;
    }

    Decision<Verification, VerificationOutcome> grant(Wish wish, Context context) {
        return refusal(wish, context.now())
                .map(why -> refused(wish, wish.state(), why))
                .or(() -> destinationRefusal(wish, context).map(why -> refused(wish, tried(wish, context), why)))
                .orElseGet(() -> issued(wish, context));
    }

    /** A wish that is refused anyway must not use up the sends that others have to the destination. */
    Set<Counter> reservations(Wish wish, Instant now) {
        return refusal(wish, now).isPresent() ? Set.of() : Set.of(counter(wish));
    }

    private Optional<Rejection> refusal(Wish wish, Instant now) {
        if (!wish.state().standing().enabled()) {
            return Optional.of(new AccountDisabled());
        }
        var guesses = wish.state().guesses();
        if (guesses.locked(now)) {
            return Optional.of(new Locked(guesses.lockedUntil()));
        }
        if (!now.isBefore(expiresAt(wish))) {
            return Optional.of(new Expired());
        }
        return policy.sends()
                .blockedUntil(wish.state().sends(), wish.challenge().method(), now)
                .map(until -> new RateLimited(until, wish.repeatable()));
    }

    private Optional<Rejection> destinationRefusal(Wish wish, Context context) {
        return context.reserved(counter(wish)) <= policy.sends().perDestination()
                ? Optional.empty()
                : Optional.of(
                        new RateLimited(context.now().plus(policy.sends().destinationWindow()), wish.repeatable()));
    }

    private Decision<Verification, VerificationOutcome> issued(Wish wish, Context context) {
        var method = wish.challenge().method();
        var codeId = new CodeId(context.random().uuid(CODE_ID));
        var code = new Code(context.random().digits(DIGITS, policy.codes().length()));
        var hash = hasher.hash(code, method.binding(wish.state().account(), codeId));
        var next = tried(wish, context)
                .numbered()
                .with(wish.challenge()
                        .issued(
                                new LiveCode(codeId, hash, expiresAt(wish)),
                                policy.guesses().perMethod()));
        var issued = new CodeIssued(codeId, method, next.sends().lastNumber(), expiresAt(wish), wish.superseded());
        return Decision.of(next, issued, new SendCode(issued, code, wish.requestedAt()));
    }

    /** What has reserved a send of a shared destination costs one of the account's own, granted or not. */
    private Verification tried(Wish wish, Context context) {
        var state = wish.state();
        return state.with(policy.sends().after(state.sends(), wish.challenge().method(), context.now()));
    }

    private static Decision<Verification, VerificationOutcome> refused(Wish wish, Verification next, Rejection why) {
        var rejected = new CodeRejected(null, wish.challenge().methodId(), why, wish.dead());
        return new Decision<>(next, List.of(rejected), !why.retriable());
    }

    private Instant expiresAt(Wish wish) {
        return wish.requestedAt()
                .plus(policy.codes().lifetime(wish.challenge().method().channel()));
    }

    private Counter counter(Wish wish) {
        var hash = wish.challenge().method().destination().hash();
        return new Counter(
                wish.state().account().tenantId() + "/" + HexFormat.of().formatHex(hash.bytes()),
                policy.sends().destinationWindow());
    }
}
