package io.latchkey.registration.mongo;

/** How many accounts of a tenant stand alike. */
public record StandingCount(boolean registered, boolean enabled, boolean capable, long policyVersion, long count) {}
