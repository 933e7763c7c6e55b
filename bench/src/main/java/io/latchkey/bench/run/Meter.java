package io.latchkey.bench.run;

import io.latchkey.bench.load.Order;
import io.latchkey.bench.load.Standing;
import io.latchkey.bench.process.Machine;
import io.latchkey.bench.process.Usage;
import io.latchkey.bench.work.Side;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What one side, and whoever works for it, has used since the meter was started. */
final class Meter {

    private final Machine machine;
    private final Side side;
    private final Map<String, Long> pids;
    private final Standing before;
    private final Map<String, Duration> processor;
    private final Duration compilers;

    private Meter(Machine machine, Side side) {
        this.machine = machine;
        this.side = side;
        this.pids = machine.pids(side);
        this.before = machine.load().order(new Order.Tell(side));
        this.processor = processor();
        this.compilers = compilers();
    }

    static Meter started(Machine machine, Side side) {
        return new Meter(machine, side);
    }

    private Map<String, Duration> processor() {
        var used = new LinkedHashMap<String, Duration>();
        pids.forEach((name, pid) -> used.put(name, Usage.processor(pid)));
        return used;
    }

    private Duration compilers() {
        return pids.values().stream().map(Usage::compilers).reduce(Duration.ZERO, Duration::plus);
    }

    private double compiling(Map<String, Duration> usedNow) {
        var used = all(usedNow).minus(all(processor));
        return used.isPositive() ? (double) compilers().minus(compilers).toNanos() / used.toNanos() : 0;
    }

    private static Duration all(Map<String, Duration> used) {
        return used.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** What was read, to which comes what is known only when all that began have ended. */
    interface Reading {
        Sample with(Histogram times, Map<String, Double> writes);
    }

    /** Of the time until now. */
    Reading read() {
        var usedNow = processor();
        var now = machine.load().order(new Order.Tell(side));
        double enrolments = Math.max(1, now.proven() - before.proven());
        double seconds = (now.nanos() - before.nanos()) / 1e9;
        var coreMillis = new LinkedHashMap<String, Double>();
        usedNow.forEach((name, used) ->
                coreMillis.put(name, used.minus(processor.get(name)).toNanos() / 1e6 / enrolments));
        var resident = new LinkedHashMap<String, Long>();
        pids.forEach((name, pid) -> resident.put(name, Usage.resident(pid)));
        double offered = (now.next() - before.next()) / seconds;
        double compiling = compiling(usedNow);
        return (times, writes) ->
                new Sample(side, offered, enrolments / seconds, coreMillis, compiling, times, resident, writes);
    }
}
