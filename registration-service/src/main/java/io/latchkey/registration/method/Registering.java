package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.method.Destinations.Reading;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodOutcome.MethodRegistered;
import io.latchkey.registration.policy.MethodKind;

/**
 * How a method is registered. It waits for its proof beside the proven one of its kind, which stays in force; a
 * destination that is proven already may be proven afresh.
 */
record Registering(Destinations destinations, DestinationHashes hashes) {

    Decision<Registration, MethodOutcome> decide(Registration state, RegisterMethod command, Context context) {
        return switch (destinations.read(command, state.account())) {
            case Reading.Refused(var rejection) -> Decision.of(state, rejection);
            case Reading.Accepted(var kind, var channel, var destination) ->
                registered(state, command, method(kind, channel, destination, context));
        };
    }

    private static Method method(MethodKind kind, Channel channel, Destination destination, Context context) {
        return new Method(new MethodId(context.random().uuid(0)), kind, channel, destination, context.now());
    }

    private Decision<Registration, MethodOutcome> registered(
            Registration state, RegisterMethod command, Method method) {
        var replaced = state.methods().unproven(method.kind()).map(Method::id).orElse(null);
        var hash = hashes.hash(command.key().tenantId(), method.destination());
        var locale = state.account().place().locale();
        return Decision.of(
                state.with(state.methods().with(method)), new MethodRegistered(method, hash, locale, replaced));
    }
}
