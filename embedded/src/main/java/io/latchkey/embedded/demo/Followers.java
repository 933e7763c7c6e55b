package io.latchkey.embedded.demo;

import io.latchkey.registration.policy.Policies;
import io.latchkey.verification.code.VerificationPolicies;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The services that keep to a tenant's policy, each as soon as it has read it. */
record Followers(Policies registration, VerificationPolicies verification) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** @param cooldown by which verification's policy is known from the defaults */
    void await(String tenant, long version, Duration cooldown) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (registration.of(tenant).version() < version
                || !verification.of(tenant).sends().cooldown().equals(cooldown)) {
            if (System.nanoTime() > deadline) {
                throw new Difference("expected the services to follow the tenant's policy, and they did not within "
                        + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
