package io.latchkey.bench.run;

import io.latchkey.bench.work.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Load until a side has become as fast as it gets: the compilers are done, caches are filled. Steady is what differs by no
 * more than a few per cent three times in a row.
 */
final class WarmUp {

    private static final Duration STRETCH = Duration.ofSeconds(8);
    private static final int STEADY = 3;
    private static final double APART = 0.05;

    private final Stretches stretches;
    private final Duration most;
    private final Consumer<Sample> told;

    /** @param most after which it goes on all the same */
    WarmUp(Stretches stretches, Duration most, Consumer<Sample> told) {
        this.stretches = stretches;
        this.most = most;
        this.told = told;
    }

    void warmUp(Side side) {
        var samples = new ArrayList<Sample>();
        long deadline = System.nanoTime() + most.toNanos();
        while (!steady(samples) && System.nanoTime() < deadline) {
            samples.add(stretches.saturated(side, STRETCH));
            told.accept(samples.getLast());
        }
    }

    static boolean steady(List<Sample> samples) {
        if (samples.size() < STEADY) {
            return false;
        }
        var rates = samples.subList(samples.size() - STEADY, samples.size()).stream()
                .mapToDouble(Sample::perSecond)
                .summaryStatistics();
        return rates.getMax() <= rates.getMin() * (1 + APART);
    }
}
