package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How methods are kept true: one announcement per due date, and the confirmations that answer it. */
record Reconfirming(DueDates dueDates) {

    private static final String FIELD = "methodIds";
    private static final int MAX_METHODS = 10;

    /** The due date is counted again first, since the policy may have changed; a disabled account is left in peace. */
    Decision<Registration, MethodOutcome> decide(Registration state, ReconfirmTick tick) {
        var due = dueDates.of(tick.key(), state.methods(), state.due());
        return due != null && due.reachedBy(tick.asOf()) && state.enabled()
                ? announced(state, due)
                : Decision.of(state.with(state.methods(), due));
    }

    private static Decision<Registration, MethodOutcome> announced(Registration state, DueDate due) {
        var proven = state.proven();
        return Decision.of(
                state.with(state.methods(), new DueDate(due.at(), true)),
                new ReconfirmDue(due.at(), proven.stream().map(Method::id).toList(), reminded(state, proven)));
    }

    /** One destination, an email where there is one. */
    private static List<Recipient> reminded(Registration state, List<Method> proven) {
        return proven.stream()
                .min(Comparator.comparing(method -> method.channel() != Channel.EMAIL))
                .map(state::recipient)
                .stream()
                .toList();
    }

    Decision<Registration, MethodOutcome> decide(Registration state, ConfirmMethod command, Context context) {
        return fault(state, command)
                .map(fault -> Decision.<Registration, MethodOutcome>of(state, fault))
                .orElseGet(() -> confirmed(state, command, context));
    }

    private Decision<Registration, MethodOutcome> confirmed(
            Registration state, ConfirmMethod command, Context context) {
        var methods = state.methods().confirmed(command.methodIds(), state.answeredAt(context.now()));
        var next = state.with(methods, dueDates.of(command.key(), methods, state.due()));
        return Decision.of(next, new MethodConfirmed(command.methodIds(), next.dueAt()));
    }

    private static Optional<CommandRejected> fault(Registration state, ConfirmMethod command) {
        var ids = command.methodIds();
        return Fields.require(
                        !ids.isEmpty() && ids.size() <= MAX_METHODS,
                        FIELD,
                        "a list of 1 to " + MAX_METHODS + " methods")
                .or(() -> first(ids, new HashSet<>()::add).map(path -> CommandRejected.invalid(path, "listed once")))
                .or(() -> first(ids, state.methods()::isProven)
                        .map(path -> CommandRejected.because(RejectionReason.UNKNOWN_METHOD, path)));
    }

    /** The path of the first method that fails the check. */
    private static Optional<String> first(List<MethodId> ids, Predicate<MethodId> check) {
        return IntStream.range(0, ids.size())
                .filter(i -> !check.test(ids.get(i)))
                .mapToObj(i -> FIELD + "[" + i + "]")
                .findFirst();
    }
}
