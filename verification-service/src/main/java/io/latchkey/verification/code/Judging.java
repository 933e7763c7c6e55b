package io.latchkey.verification.code;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.decision.Opened.Unreadable;
import io.latchkey.verification.code.Challenge.Exhausted;
import io.latchkey.verification.code.Challenge.Open;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.Rejection.Expired;
import io.latchkey.verification.code.Rejection.InvalidField;
import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.Rejection.UnreadableField;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationCommand.SubmitCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import io.latchkey.verification.code.VerificationOutcome.GuessesExhausted;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Judges submitted codes. Only a well-formed and wrong guess at a live code costs one. */
final class Judging {

    private final GuessLimits limits;
    private final CodeHasher hasher;

    Judging(GuessLimits limits, CodeHasher hasher) {
        this.limits = limits;
        this.hasher = hasher;
    }

    private record Guess(CodeId codeId, Code code, Instant now) {}

    Decision<Verification, VerificationOutcome> submit(
            @Nullable Verification state, SubmitCode command, Context context) {
        return switch (command.code()) {
            case Unreadable unreadable -> refused(state, command.codeId(), new UnreadableField("code"));
            case Readable readable ->
                Code.read(readable.value())
                        .map(code -> judge(state, new Guess(command.codeId(), code, context.now())))
                        .orElseGet(() -> refused(state, command.codeId(), new InvalidField("code")));
        };
    }

    private Decision<Verification, VerificationOutcome> judge(@Nullable Verification state, Guess guess) {
        var challenge = state == null ? null : state.challenge(guess.codeId()).orElse(null);
        return state == null || challenge == null
                ? refused(state, guess.codeId(), new UnknownCode())
                : judge(state, challenge, guess);
    }

    /** The order of the cases is the order in which reasons are told. */
    private Decision<Verification, VerificationOutcome> judge(Verification state, Challenge challenge, Guess guess) {
        return switch (challenge) {
            case Waiting waiting -> refused(state, waiting, guess, new UnknownCode());
            case Proven proven -> refused(state, proven, guess, new AlreadyProven());
            case Challenge any when !state.standing().enabled() -> refused(state, any, guess, new AccountDisabled());
            case Challenge any
            when state.guesses().locked(guess.now()) ->
                refused(state, any, guess, new Locked(state.guesses().lockedUntil()));
            case Exhausted exhausted -> refused(state, exhausted, guess, new Locked(null));
            case Replaced replaced -> refused(state, replaced, guess, new Superseded());
            case Open open
            when !open.code().id().equals(guess.codeId()) -> refused(state, open, guess, new Superseded());
            case Open open when open.code().expired(guess.now()) -> refused(state, open, guess, new Expired());
            case Open open when right(state, open, guess) -> proven(state, open);
            case Open open -> wrong(state, open, guess);
        };
    }

    private boolean right(Verification state, Open open, Guess guess) {
        var binding = open.method().binding(state.account(), guess.codeId());
        return hasher.matches(guess.code(), binding, open.code().hash());
    }

    private static Decision<Verification, VerificationOutcome> proven(Verification state, Open open) {
        return Decision.of(state.proven(open), new CodeVerified(open.code().id(), open.methodId()));
    }

    private Decision<Verification, VerificationOutcome> wrong(Verification state, Open open, Guess guess) {
        var guesses = state.guesses().guessedWrong(guess.now(), limits);
        var next = state.with(open.guessedWrong(limits.perMethod())).with(guesses);
        int left = Math.min(open.budget(limits.perMethod()) - open.wrongGuesses() - 1, guesses.left());
        return left > 0
                ? Decision.of(next, new CodeRejected(guess.codeId(), open.methodId(), new WrongCode(left, null)))
                : exhausted(next, open, guess);
    }

    /** Names the codes that nobody can use any more; one of them may still wait to be sent. */
    private static Decision<Verification, VerificationOutcome> exhausted(Verification state, Open open, Guess guess) {
        var next = state.with(state.sends().answered(open.method()));
        var lockedUntil = next.guesses().lock(guess.now());
        var outcomes = new ArrayList<VerificationOutcome>();
        outcomes.add(new CodeRejected(
                guess.codeId(),
                open.methodId(),
                new WrongCode(0, lockedUntil),
                open.code().id()));
        outcomes.add(new GuessesExhausted(open.methodId(), lockedUntil));
        if (lockedUntil != null) {
            outcomes.addAll(next.without(open).abandoned(new Locked(lockedUntil), guess.now()));
        }
        return new Decision<>(next, outcomes, true);
    }

    private static Decision<Verification, VerificationOutcome> refused(
            Verification state, Challenge challenge, Guess guess, Rejection why) {
        return Decision.of(state, new CodeRejected(guess.codeId(), challenge.methodId(), why));
    }

    private static Decision<Verification, VerificationOutcome> refused(
            @Nullable Verification state, CodeId codeId, Rejection why) {
        return Decision.of(state, new CodeRejected(codeId, null, why));
    }
}
