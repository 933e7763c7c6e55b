package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.CodeVerified;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a method becomes the person's. A proof is a fact about a destination: it counts for a disabled account too, which
 * can do nothing with it; for a method that was replaced meanwhile, or proven already, it changes nothing.
 */
record Proving(DueDates dueDates) {

    Decision<Registration, MethodOutcome> decide(Registration state, CodeVerified command, Context context) {
        return state.methods()
                .unproven(command.methodId())
                .map(method -> proven(state, command, method, context.now()))
                .orElseGet(() -> Decision.of(state));
    }

    private Decision<Registration, MethodOutcome> proven(
            Registration state, CodeVerified command, Method method, Instant now) {
        var methods = state.methods().with(new Proven(method, now, state.answeredAt(now)));
        var next = state.with(methods, dueDates.of(command.key(), methods, state.due()));
        return Decision.of(next, outcome(state, method, next.dueAt()));
    }

    private static MethodProven outcome(Registration before, Method method, @Nullable Instant dueAt) {
        var replaced = before.methods().proven(method.kind());
        return new MethodProven(
                method, replaced.map(Method::id).orElse(null), dueAt, notified(before, method, replaced));
    }

    /** Whoever had access before the change; nobody where the same destination was proven afresh. */
    private static List<Recipient> notified(Registration before, Method method, Optional<Method> replaced) {
        return replaced.filter(method::reachesSameAs).isPresent()
                ? List.of()
                : before.proven().stream().map(before::recipient).toList();
    }
}
