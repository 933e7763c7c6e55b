package io.latchkey.registration.method;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Context;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import java.time.Instant;

/** What a command is judged by, besides the account's state. */
record Case(AggregateKey key, Context context, InForce inForce) {

    Instant now() {
        return context.now();
    }

    Policy policy() {
        return inForce.policy();
    }

    /** The id of the method that this command brings, one per ordinal. */
    MethodId newMethod(int ordinal) {
        return new MethodId(context.random().uuid(ordinal));
    }

    /** Methods of kinds that are not offered are of no use to the person, and are not asked for. */
    Methods toConfirm(Registration state) {
        return state.methods().only(new Counting(state, policy())::offers);
    }

    /** The state with everything that follows from it by the policy: when its methods are due, and where it stands. */
    Registration settled(Registration state) {
        return settled(state, now());
    }

    /** @param asOf by which a due date is counted, where it is not the log time */
    Registration settled(Registration state, Instant asOf) {
        var due = new DueDates(policy().reconfirmation().after())
                .of(
                        key,
                        toConfirm(state),
                        state.due(),
                        state.progress().announced(),
                        state.account().place(),
                        asOf);
        var dated = state.with(due);
        return dated.with(Standing.of(dated, inForce));
    }
}
