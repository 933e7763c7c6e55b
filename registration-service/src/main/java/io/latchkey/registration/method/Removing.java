package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodRemoved;
import io.latchkey.registration.method.MethodOutcome.ReregistrationRequired;
import io.latchkey.registration.policy.MethodKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var anew = toBeProvenAnew(state.methods(), id);
        var methods = anew.map(state.methods()::without).orElse(state.methods()).without(id);
        var next = asked.settled(state.with(methods).with(state.register().unbound(id, asked.now())));
        var told = inForce ? state.everybody() : List.<Recipient>of();
        var outcomes = new ArrayList<MethodOutcome>();
        outcomes.add(new MethodRemoved(id, kind, by, inForce, next.dueAt(), told));
        anew.ifPresent(again -> outcomes.add(new MethodRemoved(again, kind, by, false, next.dueAt(), List.of())));
        return new Decision<>(next, outcomes, true);
    }

    /** A destination that is removed goes as a whole: the code that was to prove it anew brings it back no more. */
    private static Optional<MethodId> toBeProvenAnew(Methods methods, MethodId id) {
        return methods.proven(id)
                .map(Proven::method)
                .flatMap(removed -> methods.unproven(removed.kind()).filter(removed::reachesSameAs))
                .map(Method::id);
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
