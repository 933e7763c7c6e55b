package io.latchkey.registration.schedule;

import io.latchkey.messaging.mongo.Leases;
import io.latchkey.registration.kafka.ReconfirmTicks;
import io.latchkey.registration.mongo.DueAccount;
import io.latchkey.registration.mongo.DueAccounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a tick for every account that has come due, a page at a time, until the decision to announce it takes the account
 * out of the query. Whatever goes wrong can only make extra ticks, which lead to nothing.
 */
@Component
public class ReconfirmationScan {

    private static final String LEASE = "reconfirmation-scan";

    private final UUID instance = UUID.randomUUID();
    private final DueAccounts accounts;
    private final Leases leases;
    private final ReconfirmTicks ticks;
    private final ScanClock clock;
    private final ScanProperties properties;
    private @Nullable DueAccount last;

    ReconfirmationScan(
            DueAccounts accounts, Leases leases, ReconfirmTicks ticks, ScanClock clock, ScanProperties properties) {
        this.accounts = accounts;
        this.leases = leases;
        this.ticks = ticks;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Ticks the next page now, or the first one again after the last.
     *
     * @return the number of ticks, acknowledged by the broker; 0 where another instance scans
     */
    public synchronized int scan() {
        return leases.take(LEASE, instance, Instant.now(), properties.lease()) ? tick(clock.instant()) : 0;
    }

    private int tick(Instant asOf) {
        var page = accounts.page(asOf, last, properties.page());
        ticks.publish(page.stream().map(DueAccount::key).toList(), asOf);
        last = after(page);
        return page.size();
    }

    private @Nullable DueAccount after(List<DueAccount> page) {
        return page.size() < properties.page() ? null : page.getLast();
    }
}
