package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.engine.InputRecord;
import org.jspecify.annotations.Nullable;

/** A decision that an instance made. */
public record Decided<S, C, O>(
        InputRecord input, @Nullable S state, C command, Context context, Decision<S, O> decision) {}
