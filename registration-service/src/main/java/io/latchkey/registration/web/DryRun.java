package io.latchkey.registration.web;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.Standing;
import io.latchkey.registration.mongo.Accounts;
import io.latchkey.registration.mongo.StoredAccount;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.web.DryRunView.Change;
import io.latchkey.registration.web.DryRunView.Counts;
import io.latchkey.registration.web.DryRunView.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the accounts of a tenant by the policy in force and by another. */
final class DryRun {

    private static final int PAGE = 500;

    private final Accounts accounts;
    private final InForce inForce;
    private final InForce proposed;
    private final Asked asked;
    private final List<Row> rows = new ArrayList<>();
    private long seen;
    private long unable;
    private long able;

    /**
     * What is asked for.
     *
     * @param after the last user id of the page before; empty for the first page, which counts all accounts
     * @param only one change, or null for both
     */
    record Asked(
            String tenantId,
            String after,
            int limit,
            @Nullable Change only) {

        boolean first() {
            return after.isEmpty();
        }
    }

    DryRun(Accounts accounts, InForce inForce, Policy proposed, Asked asked) {
        this.accounts = accounts;
        this.inForce = inForce;
        this.proposed = new InForce(inForce.version() + 1, proposed);
        this.asked = asked;
    }

    /** @param until then it is given up */
    DryRunView run(InstantSource clock, Instant until) {
        var after = Optional.of(asked.after());
        while (after.isPresent() && !(full() && !asked.first())) {
            if (clock.instant().isAfter(until)) {
                throw new ProblemException(ProblemKind.TOO_LONG, Problems.SOON);
            }
            after = page(after.get());
        }
        return view();
    }

    /** Where to read on; empty after the last account. */
    private Optional<String> page(String after) {
        var page = accounts.page(asked.tenantId(), after, PAGE);
        var opened = accounts.open(page);
        page.stream()
                .map(StoredAccount::key)
                .filter(opened::containsKey)
                .forEach(key -> judge(key, requireNonNull(opened.get(key))));
        return page.size() < PAGE
                ? Optional.empty()
                : Optional.of(page.getLast().key().userId());
    }

    private void judge(AggregateKey key, Registration state) {
        var now = Standing.of(state, inForce);
        var then = Standing.of(state, proposed);
        seen++;
        if (now.capable() != then.capable()) {
            changed(key.userId(), then);
        }
    }

    private void changed(String userId, Standing then) {
        var change = then.capable() ? Change.ABLE : Change.UNABLE;
        switch (change) {
            case ABLE -> able++;
            case UNABLE -> unable++;
        }
        if (!full() && (asked.only() == null || asked.only() == change)) {
            rows.add(new Row(userId, change, then.reason(), then.missing()));
        }
    }

    /** With one more than is shown, which tells that there is another page. */
    private boolean full() {
        return rows.size() > asked.limit();
    }

    private DryRunView view() {
        var shown = rows.stream().limit(asked.limit()).toList();
        return new DryRunView(
                inForce.version(),
                asked.first() ? new Counts(seen, unable, able) : null,
                shown,
                full() ? shown.getLast().userId() : null);
    }
}
