package io.latchkey.registration.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets a tenant's policy as a whole.
 *
 * @param expectedVersion the one that this is to follow, 0 for none; null for whatever it is
 */
public record DefinePolicy(
        UUID commandId, PolicyProposal proposal, @Nullable Long expectedVersion) {}
