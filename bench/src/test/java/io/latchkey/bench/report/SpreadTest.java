package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    @Test
    void theMedianIsTheMiddleOrBetweenTheMiddleTwo() {
        assertThat(Spread.of(List.of(5.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 5));
        assertThat(Spread.of(List.of(5.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 5));
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.8749  | 0.84  | 0.91   | 0.87 (0.84 to 0.91)
                    1.5     | 1     | 2.125  | 1.50 (1.00 to 2.13)
                    45.25   | 40    | 51.04  | 45.3 (40.0 to 51.0)
                    1737.4  | 1690  | 18020  | 1,737 (1,690 to 18,020)
                    0.01234 | 0.009 | 0.0151 | 0.012 (0.009 to 0.015)
                    0       | 0     | 0      | 0 (0 to 0)
                    """)
    void aSpreadIsToldWithEqualDecimals(double median, double min, double max, String text) {
        assertThat(new Spread(median, min, max).text()).isEqualTo(text);
    }

    @Test
    void aRatioIsThatOfTheMediansAndItsSpreadThatOfThePairs() {
        assertThat(Spread.ratio(List.of(90.0, 80.0, 120.0), List.of(100.0, 100.0, 120.0)))
                .isEqualTo(new Spread(0.9, 0.8, 1.0));
    }

    @Test
    void aMachineThatGrowsSlowerDoesNotWidenARatio() {
        assertThat(Spread.ratio(List.of(90.0, 45.0, 9.0), List.of(100.0, 50.0, 10.0)))
                .isEqualTo(new Spread(0.9, 0.9, 0.9));
    }

    @Property
    void theRatioOfTheMediansLiesWithinThePairs(
            @ForAll @Size(6) List<@DoubleRange(min = 0.01, max = 1e6) Double> a,
            @ForAll @Size(6) List<@DoubleRange(min = 0.01, max = 1e6) Double> b) {
        assertThat(Spread.ratio(a, b).median()).isCloseTo(ofMedians(a, b), withinPercentage(1e-9));
    }

    private static double ofMedians(List<Double> a, List<Double> b) {
        return Spread.of(a).median() / Spread.of(b).median();
    }

    @Test
    void whatHasNoRatioIsRefused() {
        assertThatThrownBy(() -> Spread.ratio(List.of(1.0), List.of(1.0, 2.0)))
                .hasMessage("a ratio of 1 to 2 measurements");
        assertThatThrownBy(() -> Spread.ratio(List.of(), List.of())).hasMessage("a ratio of 0 to 0 measurements");
        assertThatThrownBy(() -> Spread.ratio(List.of(1.0), List.of(0.0))).hasMessage("a ratio of 1.0 to 0.0");
    }

    @Test
    void whatHasNoSpreadIsRefused() {
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessage("no spread of no values");
        assertThatThrownBy(() -> Spread.of(List.of(1.0, Double.NaN))).hasMessage("no spread of NaN from 1.0 to NaN");
        assertThatThrownBy(() -> new Spread(3, 1, 2)).hasMessage("no spread of 3.0 from 1.0 to 2.0");
    }
}
