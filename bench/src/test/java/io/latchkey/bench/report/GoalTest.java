package io.latchkey.bench.report;

import static io.latchkey.bench.report.Verdict.MET;
import static io.latchkey.bench.report.Verdict.NOT_MEASURED;
import static io.latchkey.bench.report.Verdict.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

    private static final Goal THROUGHPUT = Goal.atLeast("throughput", 0.85, "");
    private static final Goal START = Goal.atMost("start of a service", 3.5, "s");

    @Test
    void aGoalThatNothingMeasuredIsNeitherMetNorMissed() {
        assertThat(THROUGHPUT.verdict()).isEqualTo(NOT_MEASURED);
        assertThat(THROUGHPUT.measuredText()).isEmpty();
    }

    @Test
    void theBoundItselfIsGoodEnough() {
        assertThat(THROUGHPUT.measured(0.85).verdict()).isEqualTo(MET);
        assertThat(THROUGHPUT.measured(0.9).verdict()).isEqualTo(MET);
        assertThat(THROUGHPUT.measured(0.8).verdict()).isEqualTo(NOT_MET);
        assertThat(START.measured(3.5).verdict()).isEqualTo(MET);
        assertThat(START.measured(3.4).verdict()).isEqualTo(MET);
        assertThat(START.measured(3.6).verdict()).isEqualTo(NOT_MET);
    }

    @Test
    void ofASpreadTheMedianIsJudged() {
        var measured = START.measured(new Spread(3.2, 3.1, 3.9));
        assertThat(measured.verdict()).isEqualTo(MET);
        assertThat(measured.measuredText()).isEqualTo("3.20 s (3.10 to 3.90)");
    }

    @Test
    void aGoalIsToldWithItsBoundAndUnit() {
        assertThat(THROUGHPUT.text()).isEqualTo("throughput ≥ 0.85");
        assertThat(START.text()).isEqualTo("start of a service ≤ 3.5 s");
        assertThat(Goal.atMost("at rest", 1024.125, "MB").text()).isEqualTo("at rest ≤ 1,024.125 MB");
    }

    @ParameterizedTest
    @CsvSource({"0.8496, 0.8496", "0.84999, 0.84999", "0.8512, 0.85", "0.8444, 0.84", "0.85, 0.85"})
    void roundingNeverTellsTheContraryOfTheVerdict(double value, String text) {
        assertThat(THROUGHPUT.measured(value).measuredText()).isEqualTo(text);
    }

    @Test
    void aGoalOfWhatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> START.measured(Double.NaN))
                .hasMessage("goal \"start of a service\" 3.5, measured OptionalDouble[NaN]");
        assertThatThrownBy(() -> Goal.atMost("a", Double.POSITIVE_INFINITY, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
