package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.latchkey.bench.report.Series.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class LineChartTest {

    private static final Axis LOAD = Axis.linear("offered load", "enrolments/s");
    private static final Axis LATENCY = Axis.logarithmic("latency", "ms");
    private static final Series FLOOR =
            new Series("floor p99", List.of(new Point(400, 8.2), new Point(800, 12), new Point(1200, 41)));

    @Test
    void aChartIsOneImageWithATitleAndAGroundOfItsOwn() {
        var picture = Picture.of(chart(FLOOR).svg());
        assertThat(picture.root().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(picture.root().getAttribute("role")).isEqualTo("img");
        assertThat(picture.title()).isEqualTo("Latency by load");
        assertThat(picture.all("rect").getFirst().getAttribute("fill")).isEqualTo("#ffffff");
        assertThat(Picture.number(picture.root(), "width")).isLessThanOrEqualTo(900);
        assertThat(Picture.number(picture.root(), "height")).isLessThanOrEqualTo(480);
    }

    @Test
    void aChartNeedsNothingFromElsewhere() {
        assertThat(chart(FLOOR).svg().replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("script", "<style", "style=", "href", "url(", "http", "@import");
    }

    @Test
    void axesAreNamedWithTheirUnitsAndTickedAtRoundNumbers() {
        assertThat(Picture.of(chart(FLOOR).svg()).texts())
                .containsExactlyInAnyOrder(
                        "Latency by load",
                        "floor p99",
                        "offered load (enrolments/s)",
                        "latency (ms)",
                        "5",
                        "10",
                        "20",
                        "50",
                        "0",
                        "200",
                        "400",
                        "600",
                        "800",
                        "1,000",
                        "1,200");
    }

    @Test
    void aMarkerTellsItsPoint() {
        assertThat(Picture.of(chart(FLOOR).svg()).all("path", "marker"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "floor p99: 400 enrolments/s, 8.2 ms",
                        "floor p99: 800 enrolments/s, 12 ms",
                        "floor p99: 1,200 enrolments/s, 41 ms");
    }

    @Test
    void markersOfALogarithmicAxisAreAsFarApartAsTheirRatios() {
        var markers = Picture.of(chart(series(1, 10, 100)).svg()).all("path", "marker").stream()
                .map(marker -> Picture.place(marker).getLast())
                .toList();
        assertThat(markers.get(0) - markers.get(1))
                .isPositive()
                .isCloseTo(markers.get(1) - markers.get(2), offset(0.2));
    }

    @Test
    void whateverANameHoldsTheChartStaysXml() {
        var name = "</text><script>&amp; \"it's\"";
        var picture = Picture.of(chart(new Series(name, FLOOR.points())).svg());
        assertThat(picture.texts()).contains(name);
        assertThat(picture.all("script")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -3})
    void aLogarithmicAxisRefusesWhatIsNotGreaterThanZero(double value) {
        assertThatThrownBy(() -> chart(series(1, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        value
                                + " of series \"floor\" on the logarithmic axis \"latency\", which takes only what is greater than 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e16, Double.MIN_VALUE})
    void anAxisRefusesWhatItCannotShow(double value) {
        assertThatThrownBy(() -> chart(series(1, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(value + " of series \"floor\" is nothing that the axis \"latency\" can show");
    }

    @Test
    void aChartOfNothingOrOfTooMuchIsRefused() {
        assertThatThrownBy(() -> new Series("floor", List.of())).hasMessage("series \"floor\" has no points");
        assertThatThrownBy(() -> chart()).hasMessage("a chart has 1 to 7 series, not 0");
        assertThatThrownBy(() -> chart(Collections.nCopies(8, FLOOR).toArray(Series[]::new)))
                .hasMessage("a chart has 1 to 7 series, not 8");
    }

    @Test
    void noTwoSeriesLookAlike() {
        var picture = Picture.of(
                chart(Collections.nCopies(7, FLOOR).toArray(Series[]::new)).svg());
        assertThat(picture.all("polyline", "series"))
                .extracting(line -> line.getAttribute("stroke"))
                .doesNotHaveDuplicates();
        assertThat(picture.all("polyline", "series"))
                .extracting(line -> line.getAttribute("stroke-dasharray"))
                .doesNotHaveDuplicates();
        assertThat(picture.all("path", "marker"))
                .extracting(marker -> marker.getAttribute("d"))
                .satisfies(shapes -> assertThat(shapes.stream().distinct()).hasSize(7));
    }

    private static LineChart chart(Series... series) {
        return new LineChart("Latency by load", LOAD, LATENCY, List.of(series));
    }

    private static Series series(double... values) {
        var points = new ArrayList<Point>();
        for (double value : values) {
            points.add(new Point(points.size(), value));
        }
        return new Series("floor", points);
    }
}
