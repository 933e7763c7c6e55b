package io.latchkey.simulation.proof;

import io.latchkey.simulation.proof.Run.Result;
import io.latchkey.simulation.world.Coverage;
import java.time.Duration;

/** What many runs add up to. */
public record Totals(long schedules, long steps, long faults, long violations, Coverage coverage, Duration took) {

    public static Totals of(Result result) {
        var world = result.world();
        return new Totals(
                1, world.steps(), world.faults(), result.violations().size(), world.coverage(), Duration.ZERO);
    }

    public String line() {
        return "%d schedules, %d steps, %d faults, %d violations".formatted(schedules, steps, faults, violations);
    }

    public long schedulesPerMinute() {
        return schedules * 60_000 / Math.max(1, took.toMillis());
    }
}
