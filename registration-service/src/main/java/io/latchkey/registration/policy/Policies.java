package io.latchkey.registration.policy;

import java.util.Set;

/** The policy in force of every tenant, as far as this process has read it. */
public interface Policies {

    /** A tenant without a policy has the defaults, as version 0. */
    InForce of(String tenantId);

    /** Those that have defined one. */
    default Set<String> tenants() {
        return Set.of();
    }

    /** A policy with the version that decisions name. */
    record InForce(long version, Policy policy) {

        /** Of a tenant that never defined one. */
        public static final InForce DEFAULT = new InForce(0, Policy.DEFAULT);
    }
}
