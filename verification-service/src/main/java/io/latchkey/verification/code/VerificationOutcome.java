package io.latchkey.verification.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that may follow. */
public sealed interface VerificationOutcome {

    /**
     * A code is on its way.
     *
     * @param superseded the code that is dead from now on, if there was one
     */
    record CodeIssued(
            CodeId codeId,
            Method method,
            int number,
            Instant expiresAt,
            @Nullable CodeId superseded) implements VerificationOutcome {}

    /** For notification alone: the only outcome that holds the digits. */
    record SendCode(CodeIssued issued, Code code, Instant requestedAt) implements VerificationOutcome {}

    /** The method is the person's. */
    record CodeVerified(CodeId codeId, MethodId methodId) implements VerificationOutcome {}

    /**
     * A submitted code, or the wish for a code, is refused; the ids as far as they are known.
     *
     * @param superseded the code that is dead from now on although there is no newer one
     */
    record CodeRejected(
            @Nullable CodeId codeId,
            @Nullable MethodId methodId,
            Rejection why,
            @Nullable CodeId superseded) implements VerificationOutcome {

        CodeRejected(@Nullable CodeId codeId, @Nullable MethodId methodId, Rejection why) {
            this(codeId, methodId, why, null);
        }
    }

    /**
     * The last guess is spent.
     *
     * @param lockedUntil null where only the method is out of guesses
     */
    record GuessesExhausted(MethodId methodId, @Nullable Instant lockedUntil) implements VerificationOutcome {}
}
