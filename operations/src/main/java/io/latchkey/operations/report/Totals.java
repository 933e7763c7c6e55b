package io.latchkey.operations.report;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.operations.terminal.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts counted by tenant. */
final class Totals implements Output {

    private final Map<String, Count> tenants = new TreeMap<>();

    private record Count(long accounts, long registered, long enabled, long capable, long missing) {

        static Count of(Standing standing) {
            return new Count(
                    1,
                    standing.registered() ? 1 : 0,
                    standing.enabled() ? 1 : 0,
                    standing.capable() ? 1 : 0,
                    standing.missing().isEmpty() ? 0 : 1);
        }

        Count plus(Count other) {
            return new Count(
                    accounts + other.accounts,
                    registered + other.registered,
                    enabled + other.enabled,
                    capable + other.capable,
                    missing + other.missing);
        }
    }

    @Override
    public void accept(AggregateKey account, Standing standing) {
        tenants.merge(account.tenantId(), Count.of(standing), Count::plus);
    }

    @Override
    public List<String> end() {
        if (tenants.isEmpty()) {
            return List.of("no accounts");
        }
        var table = new Table("tenant", "accounts", "registered", "enabled", "capable", "missing something");
        tenants.forEach((tenant, count) -> table.row(
                tenant,
                Long.toString(count.accounts()),
                Long.toString(count.registered()),
                Long.toString(count.enabled()),
                Long.toString(count.capable()),
                Long.toString(count.missing())));
        return table.lines();
    }
}
