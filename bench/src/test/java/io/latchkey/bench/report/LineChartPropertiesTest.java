package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.bench.report.Series.Point;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineChartPropertiesTest {

    @Property(tries = 300)
    void everyMarkerLiesInsideThePlot(
            @ForAll("points") List<Point> points, @ForAll Axis.Kind across, @ForAll Axis.Kind upwards) {
        var chart = chart("series", new Axis("x", "s", across), new Axis("y", "", upwards), points);
        var picture = Picture.of(chart.svg());
        var inside = picture.plot().without(Look.REACH);
        assertThat(picture.all("path", "marker")).hasSameSizeAs(points).allSatisfy(marker -> {
            var place = Picture.place(marker);
            assertThat(place.getFirst()).isBetween(inside.left(), inside.right());
            assertThat(place.getLast()).isBetween(inside.top(), inside.bottom());
        });
    }

    @Property(tries = 300)
    void anyNameMakesXml(@ForAll String name) {
        var axis = Axis.linear(name, name);
        var picture =
                Picture.of(chart(name, axis, axis, List.of(new Point(1, 2))).svg());
        assertThat(picture.all("path", "marker")).hasSize(1);
    }

    @Property(tries = 300)
    void labelsBelowDoNotTouchAndStayInThePicture(@ForAll("points") List<Point> points, @ForAll Axis.Kind across) {
        var chart = chart("series", new Axis("x", "", across), Axis.linear("y", ""), points);
        var picture = Picture.of(chart.svg());
        double right = 0;
        for (var label : picture.all("text")) {
            if (Picture.below(label, picture.plot())) {
                double half = Text.width(label.getTextContent(), Sheet.SMALL) / 2;
                assertThat(Picture.number(label, "x") - half).isGreaterThanOrEqualTo(right);
                right = Picture.number(label, "x") + half;
            }
        }
        assertThat(right).isBetween(1.0, Svg.WIDTH + 0.1);
    }

    @Provide
    Arbitrary<List<Point>> points() {
        var values = Arbitraries.doubles().between(1e-9, 1e15).ofScale(9);
        var near = Arbitraries.doubles().between(0.001, 5000).ofScale(4);
        return Combinators.combine(Arbitraries.oneOf(values, near), Arbitraries.oneOf(values, near))
                .as(Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static LineChart chart(String name, Axis x, Axis y, List<Point> points) {
        return new LineChart(name, x, y, List.of(new Series(name, points)));
    }
}
