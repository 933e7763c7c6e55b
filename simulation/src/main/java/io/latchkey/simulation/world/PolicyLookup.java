package io.latchkey.simulation.world;

import io.latchkey.schemas.PolicyDefined;
import org.jspecify.annotations.Nullable;

/** The policy in force of a tenant, as somebody knows it. */
@FunctionalInterface
public interface PolicyLookup {

    /**
     * Null for one that never defined any, as far as is known.
     *
     * @throws io.latchkey.messaging.engine.OutageException before the topic was read to the end that it had at the start
     */
    @Nullable
    PolicyDefined of(String tenantId);
}
