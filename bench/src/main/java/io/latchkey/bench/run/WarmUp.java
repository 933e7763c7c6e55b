package io.latchkey.bench.run;

import io.latchkey.bench.work.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Load until a side has become as fast as it gets: the compilers are done, caches are filled. Rates alone would not show
 * that, as what runs once per batch is compiled long after what runs once per record.
 */
final class WarmUp {

    private static final Duration STRETCH = Duration.ofSeconds(8);
    private static final int STEADY = 3;
    private static final double APART = 0.05;

    /** Of all processor time. */
    private static final double COMPILED = 0.05;

    private final Stretches stretches;
    private final Consumer<Sample> told;

    WarmUp(Stretches stretches, Consumer<Sample> told) {
        this.stretches = stretches;
        this.told = told;
    }

    /** @param most after which it goes on all the same */
    void atSaturation(Side side, Duration most) {
        until(WarmUp::steady, most, () -> stretches.saturated(side, STRETCH));
    }

    /** @param most after which it goes on all the same */
    void below(Side side, double perSecond, Duration most) {
        until(WarmUp::compiled, most, () -> stretches.open(side, perSecond, STRETCH));
    }

    private void until(Predicate<List<Sample>> warm, Duration most, Supplier<Sample> stretch) {
        var samples = new ArrayList<Sample>();
        long deadline = System.nanoTime() + most.toNanos();
        while (!warm.test(samples) && System.nanoTime() < deadline) {
            samples.add(stretch.get());
            told.accept(samples.getLast());
        }
    }

    /** At rates that differ by no more than a few per cent three times in a row. */
    static boolean steady(List<Sample> samples) {
        if (samples.size() < STEADY || !compiled(samples)) {
            return false;
        }
        var rates = samples.subList(samples.size() - STEADY, samples.size()).stream()
                .mapToDouble(Sample::perSecond)
                .summaryStatistics();
        return rates.getMax() <= rates.getMin() * (1 + APART);
    }

    /** The compilers had hardly anything left to do. */
    static boolean compiled(List<Sample> samples) {
        return !samples.isEmpty() && samples.getLast().compiling() <= COMPILED;
    }
}
