package io.latchkey.bench.run;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.bench.report.Goal;
import io.latchkey.bench.report.Spread;
import io.latchkey.bench.work.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * What is wanted, each beside what was measured of it. There is one list of goals for all runs, in which those that a run does
 * not measure are not measured.
 */
public final class Goals {

    private static final double MEGABYTE = 1_000_000;
    private static final double MESSAGES = 2;

    private static final List<Aim> AIMS = List.of(
            compared(
                    Goal.atLeast("throughput at saturation, of the floor's", 0.85, ""),
                    (goal, run) -> goal.measured(run.ratio(Sample::perSecond))),
            compared(Goal.atMost("p50 at half load, of the floor's", 1.5, ""), (goal, run) -> latency(goal, run, 50)),
            compared(Goal.atMost("p99 at half load, of the floor's", 1.5, ""), (goal, run) -> latency(goal, run, 99)),
            compared(
                    Goal.atMost("services' processor time per enrolment", 0.8, "core ms"),
                    (goal, run) -> goal.measured(Spread.of(run.of(Side.PIPELINE, Sample::coreMillisOfServices)))),
            compared(
                    Goal.atMost("all processes' processor time per enrolment, of the floor's", 1.3, ""),
                    (goal, run) -> goal.measured(run.ratio(Sample::coreMillisInAll))),
            written(
                    Goal.atMost("registration's document writes per message", 1.0, ""),
                    writes -> count(writes, "registration.registrations") / MESSAGES),
            written(
                    Goal.atMost("verification's document writes per message", 1.0, ""),
                    writes -> count(writes, "verification.verifications") / MESSAGES),
            written(
                    Goal.atMost("notification's document writes per message, the bulk move apart", 2.0, ""),
                    writes -> count(writes, "notification.notifications")
                            - count(writes, "notification.notifications_done")),
            compared(Goal.atMost("start of a service with an AOT cache, the slowest", 3.5, "s"), Goals::start),
            compared(Goal.atMost("resident at rest with a heap of 128 MB, the largest", 320, "MB"), Goals::resident),
            grown(
                    Goal.atMost("services' processor time at 1,000,000 accounts, of that at 10,000", 1.1, ""),
                    Goals::growth),
            grown(Goal.atMost("catch-up after a stop of 60 s at half load, the longest", 90, "s"), Goals::recovery));

    private Goals() {}

    /** As both sides were compared. */
    public static List<Goal> of(Comparison measured) {
        return AIMS.stream()
                .map(aim -> aim.compared().apply(aim.goal(), measured))
                .toList();
    }

    /** As accounts became more. */
    public static List<Goal> of(List<GrowthPoint> measured) {
        return AIMS.stream().map(aim -> aim.grown().apply(aim.goal(), measured)).toList();
    }

    /** Each run says what it has measured of the goal, or gives it back as it is. */
    private record Aim(
            Goal goal, BiFunction<Goal, Comparison, Goal> compared, BiFunction<Goal, List<GrowthPoint>, Goal> grown) {}

    private static Aim compared(Goal goal, BiFunction<Goal, Comparison, Goal> measured) {
        return new Aim(goal, measured, (unmeasured, _) -> unmeasured);
    }

    private static Aim grown(Goal goal, BiFunction<Goal, List<GrowthPoint>, Goal> measured) {
        return new Aim(goal, (unmeasured, _) -> unmeasured, measured);
    }

    private static Goal latency(Goal goal, Comparison run, double percentile) {
        var half = run.latencies().getFirst();
        return goal.measured(Spread.ratio(half.of(Side.PIPELINE, percentile), half.of(Side.FLOOR, percentile)));
    }

    /**
     * Registration and verification each take two records of an enrolment in; notification is asked for one message.
     */
    private static Aim written(Goal goal, ToDoubleFunction<Map<String, Double>> perMessage) {
        return compared(goal, (unmeasured, run) -> {
            var counted = run.counted().stream()
                    .filter(sample ->
                            sample.side() == Side.PIPELINE && !sample.writes().isEmpty())
                    .map(sample -> hundredths(perMessage.applyAsDouble(sample.writes())))
                    .toList();
            return counted.isEmpty() ? unmeasured : unmeasured.measured(Spread.of(counted));
        });
    }

    /** The last of what is written may come after the enrolment's end. */
    private static double hundredths(double count) {
        return Math.round(count * 100) / 100.0;
    }

    private static double count(Map<String, Double> writes, String collection) {
        return writes.getOrDefault(collection, 0.0);
    }

    private static Goal start(Goal goal, Comparison run) {
        return run.idle().stream()
                .map(Idle::start)
                .max(Comparator.naturalOrder())
                .map(slowest -> goal.measured(slowest.toMillis() / 1e3))
                .orElse(goal);
    }

    private static Goal resident(Goal goal, Comparison run) {
        var largest = run.idle().stream().mapToLong(Idle::resident).max().orElse(0);
        return largest == 0 ? goal : goal.measured(largest / MEGABYTE);
    }

    private static Goal growth(Goal goal, List<GrowthPoint> points) {
        var services = points.stream()
                .collect(toUnmodifiableMap(
                        GrowthPoint::accounts, point -> point.saturated().coreMillisOfServices()));
        var few = services.get(Growth.SIZES.getFirst());
        var many = services.get(Growth.SIZES.getLast());
        return few == null || many == null ? goal : goal.measured(many / few);
    }

    private static Goal recovery(Goal goal, List<GrowthPoint> points) {
        return points.stream()
                .map(point -> point.recovery().caughtUp())
                .max(Comparator.naturalOrder())
                .map(longest -> goal.measured(longest.toMillis() / 1e3))
                .orElse(goal);
    }
}
