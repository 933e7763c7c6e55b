package io.latchkey.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchkey.bench.report.Goal;
import io.latchkey.bench.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalsTest {

    private static final String GROWTH = "services' processor time at 1,000,000 accounts, of that at 10,000";
    /** Of a histogram. */
    private static final double THREE_DIGITS = 1e-3;

    private static final String CATCH_UP = "catch-up after a stop of 60 s at half load, the longest";

    private final List<Goal> compared = Goals.of(MadeUp.comparison(MadeUp.WRITES));
    private final List<Goal> grown = Goals.of(MadeUp.growth());

    @Test
    void noRunForgetsAGoal() {
        assertThat(compared.stream().map(Goal::name)).hasSize(12).doesNotHaveDuplicates();
        assertThat(grown.stream().map(Goal::name))
                .isEqualTo(compared.stream().map(Goal::name).toList());
    }

    @Test
    void aRunMeasuresWhatTheOtherDoesNot() {
        for (int i = 0; i < compared.size(); i++) {
            assertThat(List.of(compared.get(i).measured(), grown.get(i).measured()))
                    .as(compared.get(i).name())
                    .filteredOn(measured -> measured.isPresent())
                    .hasSize(1);
        }
        assertThat(grown.stream().filter(goal -> goal.verdict() != Verdict.NOT_MEASURED))
                .extracting(Goal::name)
                .containsExactly(GROWTH, CATCH_UP);
    }

    @Test
    void theServicesAreMeasuredByTheFloor() {
        assertMeasured(compared, "throughput at saturation, of the floor's", 0.9, Verdict.MET);
        assertMeasured(compared, "p50 at half load, of the floor's", 1.4, Verdict.MET);
        assertMeasured(compared, "p99 at half load, of the floor's", 1.4, Verdict.MET);
        assertMeasured(compared, "all processes' processor time per enrolment, of the floor's", 1.2, Verdict.MET);
    }

    @Test
    void onlyTheServicesOwnProcessorTimeIsTheirs() {
        assertMeasured(compared, "services' processor time per enrolment", 0.7, Verdict.MET);
    }

    @Test
    void writesArePerMessageAndTheMoveOfFinishedOnesApart() {
        assertMeasured(compared, "registration's document writes per message", 1.0, Verdict.MET);
        assertMeasured(compared, "verification's document writes per message", 1.1, Verdict.NOT_MET);
        assertMeasured(compared, "notification's document writes per message, the bulk move apart", 2.0, Verdict.MET);
    }

    @Test
    void theSlowestAndTheLargestServiceCount() {
        assertMeasured(compared, "start of a service with an AOT cache, the slowest", 3.6, Verdict.NOT_MET);
        assertMeasured(compared, "resident at rest with a heap of 128 MB, the largest", 300, Verdict.MET);
    }

    @Test
    void writesThatNobodyCountsAreNotMeasured() {
        assertThat(Goals.of(MadeUp.comparison(Map.of())).stream()
                        .filter(goal -> goal.name().contains("document writes")))
                .extracting(Goal::verdict)
                .hasSize(3)
                .containsOnly(Verdict.NOT_MEASURED);
    }

    @Test
    void theMostAccountsAreMeasuredByTheFewest() {
        assertMeasured(Goals.of(points(0.50, 0.54)), GROWTH, 1.08, Verdict.MET);
        assertMeasured(Goals.of(points(0.50, 0.56)), GROWTH, 1.12, Verdict.NOT_MET);
    }

    private static List<GrowthPoint> points(double few, double many) {
        return List.of(
                MadeUp.point(10_000, few, Duration.ofSeconds(1)), MadeUp.point(1_000_000, many, Duration.ofSeconds(1)));
    }

    @Test
    void theLongestCatchUpCounts() {
        assertMeasured(grown, CATCH_UP, 95, Verdict.NOT_MET);
    }

    @Test
    void growthThatStoppedHalfwayIsNotMeasured() {
        var halfway = Goals.of(MadeUp.growth().subList(0, 2));

        assertThat(goal(halfway, GROWTH).verdict()).isEqualTo(Verdict.NOT_MEASURED);
    }

    private static void assertMeasured(List<Goal> goals, String name, double value, Verdict verdict) {
        var goal = goal(goals, name);
        assertThat(goal.measured().orElseThrow()).as(name).isCloseTo(value, within(THREE_DIGITS));
        assertThat(goal.verdict()).as(name).isEqualTo(verdict);
    }

    private static Goal goal(List<Goal> goals, String name) {
        return goals.stream()
                .filter(goal -> goal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
