package io.latchkey.simulation.mutants;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decider that decides as another does; mutants change one thing. */
class DeciderWrapper<S, C, O> implements Decider<S, C, O> {

    private final Decider<S, C, O> decider;

    DeciderWrapper(Decider<S, C, O> decider) {
        this.decider = decider;
    }

    @Override
    public Decision<S, O> decide(@Nullable S state, C command, Context context) {
        return decider.decide(state, command, context);
    }

    @Override
    public O refused(C command, Refusal refusal) {
        return decider.refused(command, refusal);
    }

    @Override
    public long generation(S state) {
        return decider.generation(state);
    }

    @Override
    public Set<Counter> reservations(@Nullable S state, C command, Instant now) {
        return decider.reservations(state, command, now);
    }
}
