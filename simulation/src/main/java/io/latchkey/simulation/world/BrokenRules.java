package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A decider with a fault that shows on every other record, as long as it is not mended. */
final class BrokenRules<S, C, O> implements Decider<S, C, O> {

    /** An ordinal that no rule draws. */
    private static final int UNUSED = 99;

    private final Decider<S, C, O> decider;
    private final BooleanSupplier broken;

    BrokenRules(Decider<S, C, O> decider, BooleanSupplier broken) {
        this.decider = decider;
        this.broken = broken;
    }

    @Override
    public Decision<S, O> decide(@Nullable S state, C command, Context context) {
        if (broken.getAsBoolean() && context.random().bytes(UNUSED)[0] % 2 == 0) {
            throw new IllegalStateException("the rules are broken");
        }
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
