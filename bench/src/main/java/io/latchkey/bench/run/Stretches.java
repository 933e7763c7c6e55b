package io.latchkey.bench.run;

import io.latchkey.bench.load.Order;
import io.latchkey.bench.load.Standing;
import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Puts load on a side for a while, and measures once it has settled in. */
final class Stretches {

    private static final Duration RAMP = Duration.ofSeconds(4);

    /** More than either side has ever done; a side that runs out of accounts is not measured at all. */
    private static final int MOST_PER_SECOND = 3_000;

    private static final double MORE_THAN_BEFORE = 1.5;

    private final Machine machine;
    private final Accounts accounts;
    private final int atOnce;
    private final Map<Side, Double> fastest = new EnumMap<>(Side.class);

    /** @param atOnce how many enrolments are under way at saturation */
    Stretches(Machine machine, Accounts accounts, int atOnce) {
        this.machine = machine;
        this.accounts = accounts;
        this.atOnce = atOnce;
    }

    /** At saturation: a place is taken again as soon as it is free. */
    Sample saturated(Side side, Duration measured) {
        provide(side, fastest.getOrDefault(side, (double) MOST_PER_SECOND) * MORE_THAN_BEFORE, measured);
        var writes = new DocumentWrites(machine);
        order(new Order.Saturate(side, accounts.next(side), atOnce));
        Until.passed(RAMP);
        var sample = measured(side, measured, writes);
        fastest.merge(side, sample.perSecond(), Math::max);
        return sample;
    }

    private Sample measured(Side side, Duration measured, DocumentWrites writes) {
        var meter = Meter.started(machine, side);
        Until.passed(measured);
        var reading = meter.read();
        var ended = end(side);
        return reading.with(ended.times(), writes.perEnrolment(ended));
    }

    private void provide(Side side, double perSecond, Duration measured) {
        accounts.provide(side, atOnce + (int) (perSecond * RAMP.plus(measured).toSeconds()));
    }

    /** Arrivals as a Poisson process; every one of them counts, from when it was to begin. */
    Sample open(Side side, double perSecond, Duration measured) {
        provide(side, perSecond * MORE_THAN_BEFORE, measured);
        var writes = new DocumentWrites(machine);
        arrive(side, perSecond);
        Until.passed(RAMP);
        order(new Order.Record(side));
        return measured(side, measured, writes);
    }

    /** Until {@link #end}, this long at most. */
    void arrives(Side side, double perSecond, Duration most) {
        provide(side, perSecond * MORE_THAN_BEFORE, most);
        arrive(side, perSecond);
    }

    private void arrive(Side side, double perSecond) {
        order(new Order.Arrive(side, accounts.next(side), perSecond));
    }

    /** Returns when all that began have ended. */
    Standing end(Side side) {
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
