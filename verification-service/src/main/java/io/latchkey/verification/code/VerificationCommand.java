package io.latchkey.verification.code;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import java.time.Instant;

/** Everything that proving by code reacts to. */
public sealed interface VerificationCommand {

    /** An account was created or changed; a new generation shares nothing with the one before it but the user id. */
    record AccountProvisioned(AggregateKey account, Standing standing) implements VerificationCommand {}

    /**
     * A method was registered and is to be proven.
     *
     * @param requestedAt the log time of the wish to register it
     */
    record MethodRegistered(AggregateKey account, Method method, Instant requestedAt) implements VerificationCommand {}

    /** A method is no longer one of the account. */
    record MethodRemoved(MethodId methodId) implements VerificationCommand {}

    /** An administrator has put down another method in the place of this one, which was not proven. */
    record MethodReplaced(MethodId methodId) implements VerificationCommand {}

    /** Everything about the account is to be forgotten. */
    record AccountErased(long generation) implements VerificationCommand {}

    /** Somebody says that this is the code. */
    record SubmitCode(CodeId codeId, Opened code) implements VerificationCommand {}

    /** Somebody wants another code. */
    record ResendCode(MethodId methodId) implements VerificationCommand {}
}
