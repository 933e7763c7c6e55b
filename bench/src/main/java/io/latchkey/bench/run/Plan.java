package io.latchkey.bench.run;

import java.time.Duration;
import java.util.List;

/**
 * How long and how often.
 *
 * @param rounds of floor, services, services, floor
 * @param saturated how long each stretch at saturation is measured
 * @param open how long each stretch of arrivals is measured
 * @param shares of what the slower side is able to, at which enrolments arrive; half load is the first
 * @param warmUp at saturation, at most, per side
 * @param warmUpBelow at each of the shares, at most, per side: smaller batches compile other code
 */
public record Plan(
        int rounds, Duration saturated, Duration open, List<Double> shares, Duration warmUp, Duration warmUpBelow) {

    private static final double HALF = 0.5;

    public static final Plan QUICK = new Plan(
            1, Duration.ofSeconds(10), Duration.ofSeconds(10), List.of(HALF), Duration.ofSeconds(60), Duration.ZERO);
    public static final Plan FULL = new Plan(
            3,
            Duration.ofSeconds(20),
            Duration.ofSeconds(25),
            List.of(HALF, 0.8),
            Duration.ofSeconds(300),
            Duration.ofSeconds(120));

    public Plan {
        shares = List.copyOf(shares);
    }
}
