package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.PolicyRecord;
import io.latchkey.embedded.installation.Service;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.verification.code.VerificationPolicies;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A policy under which nobody waits between two codes: the story has no time for it. */
record QuickResends(Installation installation, Address address) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** Returns when verification keeps to it. */
    void arrange(String tenant) {
        new PolicyRecord(tenant, policy -> policy.setSendCooldownSeconds(0))
                .writeTo(address.bootstrapServers(), address.schemaRegistry(), address.name(Topic.POLICIES));
        var policies = installation.bean(Service.VERIFICATION, VerificationPolicies.class);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!policies.of(tenant).sends().cooldown().isZero()) {
            if (System.nanoTime() > deadline) {
                throw new Difference("expected verification to follow the tenant's policy, and it did not within "
                        + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
