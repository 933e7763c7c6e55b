package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.registration.aggregate.State;
import io.latchkey.registration.method.Registration;
import java.time.Instant;
import java.util.function.Predicate;

/** Looks for accounts that something is to be done about, and sends them ticks. */
final class Scans {

    private final World world;

    Scans(World world) {
        this.world = world;
    }

    /** Those that are due by a clock. */
    void due(Instant asOf) {
        tick(asOf, (tenant, account) -> {
            var tickAt = account.tickAt();
            return tickAt != null && !tickAt.isAfter(asOf);
        });
    }

    /** Those that were judged by an older policy than the instance knows. */
    void judgedByAnOlderPolicy(Node scanning) {
        scanning.policies().ifPresent(policies -> {
            try {
                tick(world.now(), (tenant, account) -> account.standing().policyVersion() < version(policies, tenant));
            } catch (OutageException e) {
                scanning.trace(() -> "scan waits: " + e.getMessage());
            }
        });
    }

    private static long version(PolicyLookup policies, String tenant) {
        var policy = policies.of(tenant);
        return policy == null ? 0 : policy.getVersion();
    }

    private interface Wanted {
        boolean is(String tenant, Registration account);
    }

    private void tick(Instant asOf, Wanted wanted) {
        var documents = world.databases().registration().store().documents();
        Predicate<String> due = key -> {
            var document = documents.get(key);
            return document != null
                    && document.state() instanceof State.OfAccount(var account)
                    && wanted.is(AggregateKey.parse(key).tenantId(), account);
        };
        documents.keySet().stream()
                .filter(due)
                .toList()
                .forEach(key -> world.portal().tick(AggregateKey.parse(key), asOf));
    }
}
