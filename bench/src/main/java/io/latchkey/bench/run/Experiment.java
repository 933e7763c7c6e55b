package io.latchkey.bench.run;

import static java.util.stream.Collectors.joining;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.report.Spread;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.CannotRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Compares the services with the floor: first how much each is able to, then how long enrolments take at less. */
public final class Experiment {

    /** At saturation. Enough for batches as large as they get; each more only waits longer. */
    private static final int AT_ONCE = 2_000;

    /** Compiled by then. */
    private static final int FIRST = 40_000;

    private static final List<Side> TURNS = List.of(Side.FLOOR, Side.PIPELINE, Side.PIPELINE, Side.FLOOR);

    private final Plan plan;
    private final Machine machine;
    private final Consumer<String> out;
    private final Accounts accounts;
    private final Stretches stretches;
    private final WarmUp warmUp;

    /** @param out is told line by line how it goes */
    public Experiment(Plan plan, Machine machine, Consumer<String> out) {
        this.plan = plan;
        this.machine = machine;
        this.out = out;
        this.accounts = new Accounts(machine, 0);
        this.stretches = new Stretches(machine, accounts, AT_ONCE);
        this.warmUp = new WarmUp(stretches, sample -> say(sample, "warming up"));
    }

    public Comparison run() {
        accounts.provide(Side.PIPELINE, FIRST);
        say("%d accounts are made", FIRST);
        machine.trainServices();
        machine.stopServices();
        var idle = new IdleServices(machine).measure();
        idle.forEach(service -> say(
                "%-14s ready after %.1f s, %d MB resident at rest",
                service.service(), service.start().toMillis() / 1e3, service.resident() / 1_000_000));
        machine.startServices();
        machine.startFloor();
        List.of(Side.values()).forEach(machine::meet);
        List.of(Side.PIPELINE, Side.FLOOR).forEach(side -> warmUp.atSaturation(side, plan.warmUp()));
        var saturated = turns(this::saturated);
        double slower = slower(saturated);
        var latencies = plan.shares().stream()
                .map(share -> latencies(share, share * slower))
                .toList();
        return new Comparison(saturated, latencies, machine.alwaysCountsWrites() ? saturated : countedApart(), idle);
    }

    /** In stretches of their own, as to tell what it writes is work for the server. What was measured before is kept whatever comes of them. */
    private List<Sample> countedApart() {
        try {
            machine.countWrites();
            return List.of(counted(Side.FLOOR), counted(Side.PIPELINE));
        } catch (CannotRun e) {
            say("document writes are not counted: %s", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private Sample counted(Side side) {
        var sample = stretches.saturated(side, plan.saturated());
        say(sample, "counted");
        return sample;
    }

    private Sample saturated(Side side) {
        var sample = stretches.saturated(side, plan.saturated());
        say(sample, "at saturation");
        return sample;
    }

    private Latencies latencies(double share, double perSecond) {
        say("%.0f a second, %.0f %% of what the slower side is able to", perSecond, share * 100);
        List.of(Side.values()).forEach(side -> warmUp.below(side, perSecond, plan.warmUpBelow()));
        return new Latencies(share, perSecond, turns(side -> open(side, perSecond)));
    }

    private Sample open(Side side, double perSecond) {
        var sample = stretches.open(side, perSecond, plan.open());
        say(sample, "arriving");
        return sample;
    }

    private List<Sample> turns(Function<Side, Sample> turn) {
        var samples = new ArrayList<Sample>();
        for (int round = 0; round < plan.rounds(); round++) {
            TURNS.forEach(side -> samples.add(turn.apply(side)));
        }
        return samples;
    }

    private static double slower(List<Sample> saturated) {
        return TURNS.stream()
                .distinct()
                .mapToDouble(side -> Spread.of(saturated.stream()
                                .filter(sample -> sample.side() == side)
                                .map(Sample::perSecond)
                                .toList())
                        .median())
                .min()
                .orElseThrow();
    }

    private void say(Sample sample, String how) {
        say(
                "%-8s %-13s %5.0f/s  %.2f core ms: %s, %.0f %% compiling  p50 %.0f ms, p99 %.0f ms, p99.9 %.0f ms",
                sample.side(),
                how,
                sample.perSecond(),
                sample.coreMillisInAll(),
                parts(sample),
                sample.compiling() * 100,
                sample.millis(50),
                sample.millis(99),
                sample.millis(99.9));
    }

    private static String parts(Sample sample) {
        return sample.coreMillis().entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue()))
                .collect(joining(", "));
    }

    private void say(String format, Object... values) {
        out.accept(String.format(Locale.ROOT, format, values));
    }
}
