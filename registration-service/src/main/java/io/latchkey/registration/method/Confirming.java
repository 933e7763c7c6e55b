package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How people say that methods are true. A word is enough for what was proven, where the policy does not ask for a code; a
 * code goes out to what was put down for them, to what they are asked to prove again, and to everything under such a policy.
 */
record Confirming(Registering registering) {

    Decision<Registration, MethodOutcome> decide(Registration state, ConfirmMethod command, Case asked) {
        var confirmable = new Confirmable(state, asked, registering.destinations());
        return confirmable
                .fault(command.methodIds())
                .map(fault -> Decision.<Registration, MethodOutcome>of(state, fault))
                .orElseGet(() -> confirmed(confirmable, command.methodIds()));
    }

    private Decision<Registration, MethodOutcome> confirmed(Confirmable confirmable, List<MethodId> ids) {
        var state = confirmable.state();
        var asked = confirmable.asked();
        var confirmed = ids.stream().filter(confirmable::byWord).toList();
        var toProve = toProve(confirmable, ids);
        var methods = state.methods().confirmed(confirmed, state.answeredAt(asked.now()));
        for (var method : toProve) {
            methods = methods.with(method);
        }
        var next = asked.settled(state.with(methods));
        var outcomes = new ArrayList<MethodOutcome>();
        outcomes.add(new MethodConfirmed(
                confirmed, next.dueAt(), toProve.stream().map(Method::id).toList()));
        toProve.forEach(method -> outcomes.add(registering.registered(state, method, asked)));
        return new Decision<>(next, outcomes, true);
    }

    /** Under another id, as if they were registered anew. */
    private static List<Method> toProve(Confirmable confirmable, List<MethodId> ids) {
        var methods = ids.stream()
                .filter(id -> !confirmable.byWord(id))
                .map(confirmable::method)
                .toList();
        return IntStream.range(0, methods.size())
                .mapToObj(i -> methods.get(i).again(confirmable.asked().newMethod(i)))
                .toList();
    }
}
