package io.latchkey.verification.code;

import io.latchkey.verification.code.Challenge.Unproven;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.VerificationCommand.MethodRegistered;
import io.latchkey.verification.code.VerificationCommand.ResendCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code is wanted.
 *
 * @param state the next one, should the wish not be granted
 * @param superseded the code that dies if it is granted; that of a replaced method is dead already
 * @param requestedAt its lifetime counts from here
 * @param repeatable whether the same command may ask again
 */
record Wish(
        Verification state, Unproven challenge, @Nullable CodeId superseded, Instant requestedAt, boolean repeatable) {

    /** Empty for a method known already: its guesses must not be given back, however often it is told of. */
    static Optional<Wish> of(@Nullable Verification known, MethodRegistered registered) {
        var state = known == null ? Verification.empty(registered.account(), Standing.UNKNOWN) : known;
        var method = registered.method();
        return state.challenge(method.id()).isPresent()
                ? Optional.empty()
                : Optional.of(new Wish(
                        state.waitingFor(method),
                        new Waiting(method),
                        state.liveCode(method.kind()).orElse(null),
                        registered.requestedAt(),
                        false));
    }

    /** Empty for a method that does not wait for a code. */
    static Optional<Wish> of(@Nullable Verification state, ResendCode command, Instant now) {
        return state == null
                ? Optional.empty()
                : state.challenge(command.methodId())
                        .filter(Unproven.class::isInstance)
                        .map(Unproven.class::cast)
                        .map(unproven -> again(state, unproven, now));
    }

    /** The code that is dead even if the wish is not granted. */
    @Nullable
    CodeId dead() {
        return repeatable ? null : superseded;
    }

    static Wish again(Verification state, Unproven unproven, Instant now) {
        return new Wish(state, unproven, unproven.newestCode().orElse(null), now, true);
    }
}
