package io.latchkey.bench.run;

import io.latchkey.bench.work.Side;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What both sides did while enrolments arrived at the same rate.
 *
 * @param share of what the slower side is able to
 */
public record Latencies(double share, double perSecond, List<Sample> samples) {

    public Latencies {
        samples = List.copyOf(samples);
    }

    /** In milliseconds, in the order of the runs. */
    public List<Double> of(Side side, double percentile) {
        return of(side, sample -> sample.millis(percentile));
    }

    /** In the order of the runs. */
    public List<Double> of(Side side, ToDoubleFunction<Sample> what) {
        return samples.stream()
                .filter(sample -> sample.side() == side)
                .map(what::applyAsDouble)
                .toList();
    }
}
