package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.PolicyDefined;
import org.jspecify.annotations.Nullable;

/**
 * A decision that an instance made.
 *
 * @param policy that it was made by, as the instance knew it at that moment; null for the defaults, or where none was asked
 *     for
 */
public record Decided<S, C, O>(
        InputRecord input,
        @Nullable S state,
        C command,
        Context context,
        @Nullable PolicyDefined policy,
        Decision<S, O> decision) {}
