package io.latchkey.registration.schedule;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.Leases;
import io.latchkey.registration.kafka.ReconfirmTicks;
import io.latchkey.registration.mongo.StaleAccounts;
import io.latchkey.registration.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends a tick to accounts that were judged by an older policy than their tenant's, a page at a time, until none is left.
 * A tick judges anew; whatever goes wrong can only make extra ticks.
 */
@Component
class RejudgingScan {

    private static final String LEASE = "rejudging-scan";

    private final UUID instance = UUID.randomUUID();
    private final StaleAccounts accounts;
    private final Policies policies;
    private final Leases leases;
    private final ReconfirmTicks ticks;
    private final ScanClock clock;
    private final ScanProperties properties;

    RejudgingScan(
            StaleAccounts accounts,
            Policies policies,
            Leases leases,
            ReconfirmTicks ticks,
            ScanClock clock,
            ScanProperties properties) {
        this.accounts = accounts;
        this.policies = policies;
        this.leases = leases;
        this.ticks = ticks;
        this.clock = clock;
        this.properties = properties;
    }

    /** @return the number of ticks, acknowledged by the broker; 0 where another instance scans */
    public synchronized int scan() {
        return leases.take(LEASE, instance, Instant.now(), properties.lease()) ? tick() : 0;
    }

    private int tick() {
        var page = page();
        ticks.publish(page, clock.instant());
        return page.size();
    }

    private List<AggregateKey> page() {
        var page = new ArrayList<AggregateKey>();
        for (var tenant : policies.tenants()) {
            if (page.size() >= properties.page()) {
                break;
            }
            var version = policies.of(tenant).version();
            page.addAll(accounts.some(tenant, version, properties.page() - page.size()));
        }
        return page;
    }
}
