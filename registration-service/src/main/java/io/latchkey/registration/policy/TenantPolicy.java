package io.latchkey.registration.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a tenant that has defined one, and those before it, kept for audit.
 *
 * @param versions one or more without a gap, the one in force last; at most {@link #REMEMBERED}
 */
public record TenantPolicy(List<PolicyVersion> versions) {

    public static final int REMEMBERED = 50;

    public TenantPolicy {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a tenant without a policy has no state");
        }
    }

    /** The version that the next one follows: 0 while none is defined. */
    static long versionOf(@Nullable TenantPolicy state) {
        return state == null ? 0 : state.inForce().number();
    }

    static TenantPolicy following(@Nullable TenantPolicy state, Policy policy, Instant now, UUID commandId) {
        var versions = new ArrayList<>(state == null ? List.of() : state.versions);
        versions.add(new PolicyVersion(versionOf(state) + 1, policy, now, commandId));
        return new TenantPolicy(versions.subList(Math.max(0, versions.size() - REMEMBERED), versions.size()));
    }

    public PolicyVersion inForce() {
        return versions.getLast();
    }

    public long version() {
        return inForce().number();
    }

    public Policy policy() {
        return inForce().policy();
    }
}
