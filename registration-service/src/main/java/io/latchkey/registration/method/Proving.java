package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.CodeVerified;
import io.latchkey.registration.method.MethodCommand.GuessesExhausted;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a method becomes the person's. A proof is a fact about a destination: it counts for a disabled account too, which
 * can do nothing with it; for a method that was replaced meanwhile, or proven already, it changes nothing.
 */
final class Proving {

    private Proving() {}

    static Decision<Registration, MethodOutcome> decide(Registration state, CodeVerified command, Case asked) {
        return state.methods()
                .unproven(command.methodId())
                .map(method -> proven(state, method, asked))
                .orElseGet(() -> Decision.of(state));
    }

    private static Decision<Registration, MethodOutcome> proven(Registration state, Method method, Case asked) {
        var now = asked.now();
        var replaced = state.methods().proven(method.kind());
        var register = replaced.map(old -> state.register().unbound(old.id(), now))
                .orElse(state.register())
                .bound(new Binding(
                        method.id(), method.kind(), method.destination().mask(), now, null));
        var methods = state.methods().with(new Proven(method, now, state.answeredAt(now)));
        var next = asked.settled(state.with(methods).with(register));
        return Decision.of(next, outcome(state, method, replaced, next.dueAt()));
    }

    private static MethodProven outcome(
            Registration before, Method method, Optional<Method> replaced, @Nullable Instant dueAt) {
        return new MethodProven(
                method, replaced.map(Method::id).orElse(null), dueAt, notified(before, method, replaced));
    }

    /** Whoever had access before the change; nobody where the same destination was proven afresh. */
    private static List<Recipient> notified(Registration before, Method method, Optional<Method> replaced) {
        return replaced.filter(method::reachesSameAs).isPresent() ? List.of() : before.everybody();
    }

    /** A method alone that is out of guesses is registered again; only the lock of the account is a matter here. */
    static Decision<Registration, MethodOutcome> decide(Registration state, GuessesExhausted command) {
        var until = command.lockedUntil();
        return Decision.of(until == null ? state : state.with(state.progress().locked(until)));
    }
}
