package io.latchkey.registration.method;

import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.method.Destinations.Reading;
import io.latchkey.registration.method.MethodCommand.PrepopulateMethod;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodPrepopulated;
import io.latchkey.registration.method.MethodOutcome.MethodRegistered;
import io.latchkey.registration.policy.MethodKind;
import java.util.List;
import java.util.Optional;

/**
 * How a method is registered or put down. It waits for its proof beside the proven one of its kind, which stays in force; a
 * destination that is proven already may be proven afresh.
 */
record Registering(Destinations destinations, DestinationHashes hashes) {

    Decision<Registration, MethodOutcome> decide(Registration state, RegisterMethod command, Case asked) {
        return switch (destinations.read(
                command.wish(), state.account(), asked.policy().methods())) {
            case Reading.Refused(var rejection) -> Decision.of(state, rejection);
            case Reading.Accepted accepted
            when !registrable(state, accepted.kind(), asked) ->
                Decision.of(state, CommandRejected.because(METHOD_NOT_OFFERED, "kind"));
            case Reading.Accepted accepted -> waiting(state, method(accepted, Origin.PERSON, asked), asked);
        };
    }

    private Decision<Registration, MethodOutcome> waiting(Registration state, Method method, Case asked) {
        var next = asked.settled(state.with(state.methods().with(method)));
        return Decision.of(next, registered(state, method, asked));
    }

    /** An office phone is set by administrators only. */
    private static boolean registrable(Registration state, MethodKind kind, Case asked) {
        return kind != MethodKind.OFFICE_PHONE && new Counting(state, asked.policy()).offers(kind);
    }

    MethodRegistered registered(Registration before, Method method, Case asked) {
        var replaced = before.methods().unproven(method.kind()).map(Method::id).orElse(null);
        var hash = hashes.hash(asked.key().tenantId(), method.destination());
        return new MethodRegistered(method, hash, before.account().place().locale(), asked.now(), replaced);
    }

    /** Whether the kind is offered is looked at when the person confirms: a policy may come after the data. */
    Decision<Registration, MethodOutcome> decide(Registration state, PrepopulateMethod command, Case asked) {
        return switch (destinations.read(
                command.wish(), state.account(), asked.policy().methods())) {
            case Reading.Refused(var rejection) -> Decision.of(state, rejection);
            case Reading.Accepted accepted -> putDown(state, method(accepted, Origin.ADMINISTRATOR, asked), asked);
        };
    }

    private static Decision<Registration, MethodOutcome> putDown(Registration state, Method method, Case asked) {
        return there(state, method)
                .map(same -> nothingNew(state, same, asked))
                .orElseGet(() -> prepopulated(state, method, asked));
    }

    private static Optional<Method> there(Registration state, Method method) {
        return state.methods()
                .proven(method.kind())
                .filter(method::reachesSameAs)
                .or(() -> state.methods().unproven(method.kind()).filter(method::addsNothingTo));
    }

    /**
     * Data that comes again, as from a nightly synchronisation, tells nobody. Where it is what the person proved, it takes
     * back what an administrator put down instead; what the person wishes instead goes on waiting.
     */
    private static Decision<Registration, MethodOutcome> nothingNew(Registration state, Method there, Case asked) {
        var takenBack = state.methods()
                .unproven(there.kind())
                .filter(waiting -> waiting.prepopulated() && !waiting.reachesSameAs(there))
                .map(Method::id);
        var next = takenBack.map(state.methods()::without).map(state::with).orElse(state);
        return Decision.of(asked.settled(next), new MethodPrepopulated(there, takenBack.orElse(null), List.of()));
    }

    private static Decision<Registration, MethodOutcome> prepopulated(Registration state, Method method, Case asked) {
        var replaced = state.methods().unproven(method.kind()).map(Method::id).orElse(null);
        return Decision.of(
                asked.settled(state.with(state.methods().with(method))),
                new MethodPrepopulated(method, replaced, state.everybody()));
    }

    private static Method method(Reading.Accepted read, Origin origin, Case asked) {
        return new Method(asked.newMethod(0), read.kind(), read.channel(), read.destination(), asked.now(), origin);
    }
}
