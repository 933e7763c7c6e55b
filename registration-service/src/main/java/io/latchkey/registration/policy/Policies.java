package io.latchkey.registration.policy;

/** The policy in force of every tenant, as far as this process has read it. */
@FunctionalInterface
public interface Policies {

    /** A tenant without a policy has the defaults, as version 0. */
    InForce of(String tenantId);

    /** A policy with the version that decisions name. */
    record InForce(long version, Policy policy) {

        /** Of a tenant that never defined one. */
        public static final InForce DEFAULT = new InForce(0, Policy.DEFAULT);
    }
}
