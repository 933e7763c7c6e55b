package io.latchkey.bench.run;

import io.latchkey.bench.load.Order;
import io.latchkey.bench.load.Standing;
import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;

/** Puts load on a side for a while, and measures once it has settled in. */
final class Stretches {

    private static final Duration RAMP = Duration.ofSeconds(4);

    private final Machine machine;
    private final Accounts accounts;
    private final int atOnce;

    /** @param atOnce how many enrolments are under way at saturation */
    Stretches(Machine machine, Accounts accounts, int atOnce) {
        this.machine = machine;
        this.accounts = accounts;
        this.atOnce = atOnce;
    }

    /** At saturation: a place is taken again as soon as it is free. */
    Sample saturated(Side side, Duration measured) {
        order(new Order.Saturate(side, accounts.next(side), atOnce));
        Until.passed(RAMP);
        var meter = Meter.started(machine, side);
        Until.passed(measured);
        var sample = meter.read();
        end(side);
        return sample;
    }

    /** Arrivals as a Poisson process; every one of them counts, from when it was to begin. */
    Sample open(Side side, double perSecond, Duration measured) {
        order(new Order.Arrive(side, accounts.next(side), perSecond));
        Until.passed(RAMP);
        order(new Order.Record(side));
        var meter = Meter.started(machine, side);
        Until.passed(measured);
        var sample = meter.read();
        var late = end(side).times();
        late.add(sample.times());
        return new Sample(
                side,
                sample.offeredPerSecond(),
                sample.perSecond(),
                sample.coreMillis(),
                late,
                sample.resident(),
                sample.writes());
    }

    private Standing end(Side side) {
        order(new Order.End(side));
        var settled = order(new Order.Settle(side));
        accounts.used(side, settled.next());
        if (settled.underWay() > 0 || settled.rejected() > 0) {
            throw new CannotRun(
                    "%d enrolments of the %s did not end, and %d were rejected: what was measured is worth nothing"
                            .formatted(settled.underWay(), side, settled.rejected()));
        }
        return settled;
    }

    private Standing order(Order order) {
        return machine.load().order(order);
    }
}
