package io.latchkey.bench.run;

import io.latchkey.bench.process.Service;
import io.latchkey.bench.report.Goal;
import io.latchkey.bench.report.Spread;
import io.latchkey.bench.work.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is wanted, each beside what was measured of it. */
public final class Goals {

    private static final double MEGABYTE = 1_000_000;
    private static final double MESSAGES = 2;

    private final List<Goal> goals = new ArrayList<>();

    private Goals() {}

    public static List<Goal> of(Comparison measured) {
        var goals = new Goals();
        goals.throughput(measured);
        goals.latency(measured.latencies().getFirst());
        goals.processor(measured);
        goals.writes(measured);
        goals.idle(measured.idle());
        return List.copyOf(goals.goals);
    }

    private void throughput(Comparison measured) {
        add(Goal.atLeast("throughput at saturation, of the floor's", 0.85, "")
                .measured(measured.ratio(Sample::perSecond)));
    }

    private void latency(Latencies half) {
        for (double percentile : List.of(50.0, 99.0)) {
            add(Goal.atMost("p%.0f at half load, of the floor's".formatted(percentile), 1.5, "")
                    .measured(Spread.ratio(half.of(Side.PIPELINE, percentile), half.of(Side.FLOOR, percentile))));
        }
    }

    private void processor(Comparison measured) {
        add(Goal.atMost("services' processor time per enrolment", 0.8, "core ms")
                .measured(Spread.of(measured.of(Side.PIPELINE, Goals::services))));
        add(Goal.atMost("all processes' processor time per enrolment, of the floor's", 1.3, "")
                .measured(measured.ratio(Sample::coreMillisInAll)));
    }

    static double services(Sample sample) {
        return Arrays.stream(Service.values())
                .mapToDouble(service -> sample.coreMillis().getOrDefault(service.title(), 0.0))
                .sum();
    }

    /** Registration and verification each take two records of an enrolment in; notification is asked for one message. */
    private void writes(Comparison measured) {
        add(written(
                "registration's document writes per message",
                1.0,
                measured,
                writes -> count(writes, "registration.registrations") / MESSAGES));
        add(written(
                "verification's document writes per message",
                1.0,
                measured,
                writes -> count(writes, "verification.verifications") / MESSAGES));
        add(written(
                "notification's document writes per message, the bulk move apart",
                2.0,
                measured,
                writes -> count(writes, "notification.notifications")
                        - count(writes, "notification.notifications_done")));
    }

    private interface Writes {
        double perMessage(Map<String, Double> byCollection);
    }

    private static Goal written(String name, double bound, Comparison measured, Writes writes) {
        var counted = measured.saturated().stream()
                .filter(sample ->
                        sample.side() == Side.PIPELINE && !sample.writes().isEmpty())
                .map(sample -> hundredths(writes.perMessage(sample.writes())))
                .toList();
        var goal = Goal.atMost(name, bound, "");
        return counted.isEmpty() ? goal : goal.measured(Spread.of(counted));
    }

    /** What is under way when the counting begins and ends differs by some. */
    private static double hundredths(double count) {
        return Math.round(count * 100) / 100.0;
    }

    private static double count(Map<String, Double> writes, String collection) {
        return writes.getOrDefault(collection, 0.0);
    }

    private void idle(List<Idle> idle) {
        var slowest = idle.stream().max(Comparator.comparing(Idle::start)).orElseThrow();
        add(Goal.atMost("start of a service with an AOT cache, the slowest", 3.5, "s")
                .measured(slowest.start().toMillis() / 1e3));
        var largest = idle.stream().mapToLong(Idle::resident).max().orElse(0);
        var goal = Goal.atMost("resident at rest with a heap of 128 MB, the largest", 320, "MB");
        add(largest == 0 ? goal : goal.measured(largest / MEGABYTE));
    }

    private void add(Goal goal) {
        goals.add(goal);
    }
}
