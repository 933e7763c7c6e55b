package io.latchkey.bench.run;

import io.latchkey.bench.report.Spread;
import io.latchkey.bench.work.Side;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of both sides, in turns.
 *
 * @param saturated in the order of the runs
 * @param latencies at lower load, from the lowest
 * @param counted those at saturation whose document writes were counted
 * @param idle of each service alone
 */
public record Comparison(List<Sample> saturated, List<Latencies> latencies, List<Sample> counted, List<Idle> idle) {

    public Comparison {
        saturated = List.copyOf(saturated);
        latencies = List.copyOf(latencies);
        counted = List.copyOf(counted);
        idle = List.copyOf(idle);
    }

    /** At saturation, in the order of the runs. */
    public List<Double> of(Side side, ToDoubleFunction<Sample> what) {
        return saturated.stream()
                .filter(sample -> sample.side() == side)
                .map(what::applyAsDouble)
                .toList();
    }

    /** The services' by the floor's. */
    public Spread ratio(ToDoubleFunction<Sample> what) {
        return Spread.ratio(of(Side.PIPELINE, what), of(Side.FLOOR, what));
    }
}
