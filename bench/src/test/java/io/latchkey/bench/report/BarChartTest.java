package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.latchkey.bench.report.Group.Bar;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BarChartTest {

    private static final Axis CORE_TIME = Axis.linear("core time", "ms");
    private static final List<String> SIDES = List.of("floor", "pipeline");
    private static final Group DATABASE =
            new Group("broker and database", Map.of("floor", Bar.of(0.9), "pipeline", new Bar(1.2, 1.1, 1.35)));
    private static final Group REGISTRATION = new Group("registration", Map.of("pipeline", Bar.of(0.31)));

    @Test
    void aBarHasItsValueAboveIt() {
        var picture = Picture.of(chart(DATABASE, REGISTRATION).svg());
        assertThat(picture.title()).isEqualTo("Core time");
        assertThat(picture.texts())
                .containsExactlyInAnyOrder(
                        "Core time",
                        "floor",
                        "pipeline",
                        "core time (ms)",
                        "broker and database",
                        "registration",
                        "0",
                        "0.2",
                        "0.4",
                        "0.6",
                        "0.8",
                        "1",
                        "1.2",
                        "1.4",
                        "0.90",
                        "1.20",
                        "0.31");
    }

    @Test
    void barsAreAsLongAsTheirValues() {
        var bars = Picture.of(chart(DATABASE).svg()).all("rect", "bar");
        assertThat(bars).hasSize(2);
        assertThat(height(bars.get(0)) / height(bars.get(1))).isCloseTo(0.9 / 1.2, offset(0.005));
    }

    @Test
    void theBarsOfASeriesHaveOneColourEvenWhereOneIsMissing() {
        var bars = Picture.of(chart(DATABASE, REGISTRATION).svg()).all("rect", "bar");
        assertThat(bars).extracting(bar -> bar.getAttribute("fill")).containsExactly("#0072b2", "#d55e00", "#d55e00");
    }

    @Test
    void onlyWhatVariesHasAWhisker() {
        var picture = Picture.of(chart(DATABASE, REGISTRATION).svg());
        assertThat(picture.all("line", "whisker")).hasSize(1);
        assertThat(picture.all("line", "cap")).hasSize(2);
    }

    @Test
    void barsWhiskersAndValuesLieInsideThePlot() {
        var group = new Group("a", Map.of("floor", new Bar(100_000, 1, 200_000), "pipeline", Bar.of(0)));
        for (int groups = 1; groups <= 20; groups++) {
            var picture = Picture.of(new BarChart("Many", CORE_TIME, SIDES, Collections.nCopies(groups, group)).svg());
            var plot = picture.plot();
            assertThat(picture.all("rect", "bar")).hasSize(2 * groups).allSatisfy(bar -> {
                assertThat(Picture.number(bar, "x")).isBetween(plot.left(), plot.right());
                assertThat(Picture.number(bar, "y")).isBetween(plot.top(), plot.bottom());
            });
            assertThat(picture.all("line", "whisker"))
                    .allSatisfy(whisker ->
                            assertThat(Picture.number(whisker, "y2") - 20).isGreaterThan(plot.top()));
        }
    }

    @Test
    void valuesWiderThanTheirBarsStandOnEnd() {
        var group = new Group("a", Map.of("floor", Bar.of(12_345)));
        assertThat(upright(new BarChart("Few", CORE_TIME, SIDES, List.of(group))))
                .isEqualTo(1);
        assertThat(upright(new BarChart("Many", CORE_TIME, SIDES, Collections.nCopies(12, group))))
                .isEqualTo(13);
    }

    @Test
    void aBarWithoutItsValueWithinTheWhiskerIsRefused() {
        assertThatThrownBy(() -> new Bar(3, 1, 2)).hasMessage("no bar of 3.0 from 1.0 to 2.0");
        assertThatThrownBy(() -> Bar.of(-1)).hasMessage("no bar of -1.0 from -1.0 to -1.0");
        assertThatThrownBy(() -> Bar.of(Double.NaN)).hasMessage("no bar of NaN from NaN to NaN");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> new BarChart("a", Axis.logarithmic("time", ""), SIDES, List.of(DATABASE)))
                .hasMessage("bars on the logarithmic axis \"time\"");
        assertThatThrownBy(() -> new BarChart("a", CORE_TIME, List.of("floor"), List.of(REGISTRATION)))
                .hasMessage("group \"registration\" has bars of [pipeline], the chart of [floor]");
        assertThatThrownBy(() -> chart()).hasMessage("a chart has 1 to 40 bars, not 0 groups of 2");
        assertThatThrownBy(() -> new BarChart("a", CORE_TIME, SIDES, Collections.nCopies(21, DATABASE)))
                .hasMessage("a chart has 1 to 40 bars, not 21 groups of 2");
    }

    @Test
    void aBarOfASpreadReachesItsMedian() {
        assertThat(Bar.of(new Spread(2, 1, 4))).isEqualTo(new Bar(2, 1, 4));
    }

    /** The name of the axis is one. */
    private static long upright(BarChart chart) {
        return Picture.of(chart.svg()).all("text").stream()
                .filter(text -> text.getAttribute("transform").contains("rotate"))
                .count();
    }

    private static BarChart chart(Group... groups) {
        return new BarChart("Core time", CORE_TIME, SIDES, List.of(groups));
    }

    private static double height(Element bar) {
        return Picture.number(bar, "height");
    }
}
