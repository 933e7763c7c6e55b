package io.latchkey.bench.run;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param rounds of floor, services, services, floor
 * @param saturated how long each stretch at saturation is measured
 * @param open how long each stretch of arrivals is measured
 * @param warmUp at most, per side
 */
public record Plan(int rounds, Duration saturated, Duration open, Duration warmUp) {

    public static final Plan QUICK =
            new Plan(1, Duration.ofSeconds(10), Duration.ofSeconds(12), Duration.ofSeconds(90));
    public static final Plan FULL =
            new Plan(3, Duration.ofSeconds(20), Duration.ofSeconds(25), Duration.ofSeconds(180));
}
