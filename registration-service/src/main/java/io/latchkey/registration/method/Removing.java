package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodRemoved;
import io.latchkey.registration.method.MethodOutcome.ReregistrationRequired;
import io.latchkey.registration.policy.MethodKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How methods go, or stop to count. Whoever had access is told, the removed destination too. */
final class Removing {

    private Removing() {}

    static Decision<Registration, MethodOutcome> remove(Registration state, MethodId id, Origin by, Case asked) {
        var kind = kind(state.methods(), id);
        return kind == null
                ? Decision.of(state, CommandRejected.because(RejectionReason.UNKNOWN_METHOD, "methodId"))
                : removed(state, id, kind, by, asked);
    }

    private static Decision<Registration, MethodOutcome> removed(
            Registration state, MethodId id, MethodKind kind, Origin by, Case asked) {
        boolean inForce = state.methods().inForce().contains(id);
        var next = asked.settled(
                state.with(state.methods().without(id)).with(state.register().unbound(id, asked.now())));
        var told = inForce ? state.everybody() : List.<Recipient>of();
        return Decision.of(next, new MethodRemoved(id, kind, by, inForce, next.dueAt(), told));
    }

    private static @Nullable MethodKind kind(Methods methods, MethodId id) {
        return methods.proven(id)
                .map(proven -> proven.method().kind())
                .or(() -> methods.unproven(id).map(Method::kind))
                .or(() -> methods.questions(id).map(_ -> MethodKind.SECURITY_QUESTIONS))
                .orElse(null);
    }

    /** Nothing is deleted: destinations can be proven again, and are told of changes until then. */
    static Decision<Registration, MethodOutcome> requireAnew(Registration state, Case asked) {
        var next = asked.settled(state.with(state.progress().askedAgain(asked.now())));
        return Decision.of(next, new ReregistrationRequired(state.methods().inForce(), state.everybody()));
    }
}
