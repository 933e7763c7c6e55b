package io.latchkey.registration.method;

import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.policy.Reconfirmation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How people say that methods are true. A word is enough for what was proven, where the policy does not ask for a code; to
 * what was put down for them, and to everything under such a policy, a code goes out.
 */
record Confirming(Registering registering) {

    private static final String FIELD = "methodIds";
    private static final int MAX_METHODS = 10;

    Decision<Registration, MethodOutcome> decide(Registration state, ConfirmMethod command, Case asked) {
        return fault(state, command, asked)
                .map(fault -> Decision.<Registration, MethodOutcome>of(state, fault))
                .orElseGet(() -> confirmed(state, command.methodIds(), asked));
    }

    private Decision<Registration, MethodOutcome> confirmed(Registration state, List<MethodId> ids, Case asked) {
        var confirmed = ids.stream().filter(id -> byWord(state, id, asked)).toList();
        var toProve = toProve(
                state, ids.stream().filter(id -> !confirmed.contains(id)).toList(), asked);
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

    /** No code proves an answer to a question. */
    private static boolean byWord(Registration state, MethodId id, Case asked) {
        return state.methods().questions(id).isPresent()
                || (state.methods().isProven(id)
                        && asked.policy().reconfirmation().by() == Reconfirmation.By.CONFIRM);
    }

    /** Under another id, as if they were registered anew. */
    private static List<Method> toProve(Registration state, List<MethodId> ids, Case asked) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> method(state, ids.get(i)).again(asked.newMethod(i), asked.now()))
                .toList();
    }

    private static Method method(Registration state, MethodId id) {
        return state.methods()
                .proven(id)
                .map(Proven::method)
                .or(() -> state.methods().unproven(id))
                .orElseThrow();
    }

    private static Optional<CommandRejected> fault(Registration state, ConfirmMethod command, Case asked) {
        var ids = command.methodIds();
        var counting = new Counting(state, asked.policy());
        return Fields.require(
                        !ids.isEmpty() && ids.size() <= MAX_METHODS,
                        FIELD,
                        "a list of 1 to " + MAX_METHODS + " methods")
                .or(() -> first(ids, new HashSet<>()::add).map(path -> CommandRejected.invalid(path, "listed once")))
                .or(() -> first(ids, id -> confirmable(state, id))
                        .map(path -> CommandRejected.because(UNKNOWN_METHOD, path)))
                .or(() -> first(
                                ids,
                                id -> byWord(state, id, asked)
                                        || counting.offers(method(state, id).kind()))
                        .map(path -> CommandRejected.because(METHOD_NOT_OFFERED, path)));
    }

    private static boolean confirmable(Registration state, MethodId id) {
        var methods = state.methods();
        return methods.isProven(id)
                || methods.questions(id).isPresent()
                || methods.unproven(id).filter(Method::prepopulated).isPresent();
    }

    /** The path of the first method that fails the check. */
    private static Optional<String> first(List<MethodId> ids, Predicate<MethodId> check) {
        return IntStream.range(0, ids.size())
                .filter(i -> !check.test(ids.get(i)))
                .mapToObj(i -> FIELD + "[" + i + "]")
                .findFirst();
    }
}
