package io.latchkey.verification.code;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.verification.code.Challenge.Open;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that proving by code keeps of one account. It does not grow: per kind of method one unproven and one proven
 * challenge, and of the replaced ones the newest {@link #REMEMBERED_REPLACED}.
 *
 * @param challenges in the order of registration
 */
public record Verification(
        AggregateKey account, Standing standing, Sends sends, UserGuesses guesses, List<Challenge> challenges) {

    /** The codes of a method replaced longer ago are UNKNOWN_CODE instead of SUPERSEDED. */
    static final int REMEMBERED_REPLACED = 8;

    public Verification {
        challenges = List.copyOf(challenges);
    }

    static Verification empty(AggregateKey account, Standing standing) {
        return new Verification(account, standing, Sends.NONE, UserGuesses.NONE, List.of());
    }

    Optional<Challenge> challenge(MethodId method) {
        return only(challenge -> challenge.methodId().equals(method));
    }

    Optional<Challenge> challenge(CodeId code) {
        return only(challenge -> challenge.codes().contains(code));
    }

    /** The code that dies when another method of the kind is registered. */
    Optional<CodeId> liveCode(MethodKind kind) {
        return only(challenge -> challenge instanceof Open && challenge.kind() == kind)
                .flatMap(Challenge::newestCode);
    }

    /** Tells of every code still worth something that it no longer is, so that it is not sent any more. */
    List<VerificationOutcome> abandoned(Rejection why, Instant now) {
        return challenges.stream()
                .flatMap(challenge -> abandoned(challenge, why, now).stream())
                .toList();
    }

    /** Likewise of the one method. */
    List<VerificationOutcome> abandoned(Challenge challenge, Rejection why, Instant now) {
        return challenge instanceof Open open && !open.code().expired(now)
                ? List.of(
                        new CodeRejected(null, open.methodId(), why, open.code().id()))
                : List.of();
    }

    /** Remembered only to answer for its codes. */
    Verification replaced(Challenge gone) {
        return with(replacing(challenge -> challenge.methodId().equals(gone.methodId())));
    }

    Verification without(Challenge gone) {
        return with(challenges.stream()
                .filter(challenge -> !challenge.methodId().equals(gone.methodId()))
                .toList());
    }

    /** Waits for the proof of a new method; an unproven one of its kind is replaced, a proven one stays. */
    Verification waitingFor(Method method) {
        var kept = replacing(challenge -> challenge.kind() == method.kind() && !(challenge instanceof Proven));
        kept.add(new Waiting(method));
        return with(kept);
    }

    /** The open method is proven; the one of its kind that was is replaced. */
    Verification proven(Open open) {
        return with(replacing(challenge -> challenge.kind() == open.kind() && challenge instanceof Proven))
                .with(new Proven(open.methodId(), open.kind(), open.codes()))
                .with(sends.answered(open.method()));
    }

    /** The challenge in place of the one of the same method. */
    Verification with(Challenge changed) {
        var all = new ArrayList<>(challenges);
        all.replaceAll(challenge -> challenge.methodId().equals(changed.methodId()) ? changed : challenge);
        return with(all);
    }

    Verification with(UserGuesses changed) {
        return new Verification(account, standing, sends, changed, challenges);
    }

    Verification with(Standing changed) {
        return new Verification(account, changed, sends, guesses, challenges);
    }

    Verification with(Sends changed) {
        return new Verification(account, standing, changed, guesses, challenges);
    }

    Verification numbered() {
        return with(sends.numbered());
    }

    private Verification with(List<Challenge> changed) {
        return new Verification(account, standing, sends, guesses, changed);
    }

    private Optional<Challenge> only(Predicate<Challenge> condition) {
        return challenges.stream().filter(condition).findFirst();
    }

    private List<Challenge> replacing(Predicate<Challenge> condition) {
        var all = new ArrayList<>(challenges);
        all.replaceAll(challenge -> condition.test(challenge) ? Replaced.of(challenge) : challenge);
        return forgetOldest(all);
    }

    private static List<Challenge> forgetOldest(List<Challenge> challenges) {
        var replaced = challenges.stream().filter(Replaced.class::isInstance).toList();
        challenges.removeAll(replaced.subList(0, Math.max(0, replaced.size() - REMEMBERED_REPLACED)));
        return challenges;
    }
}
