package io.latchkey.bench.report;

import static java.util.stream.Collectors.joining;

import io.latchkey.bench.report.Series.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Series of points over two axes. Values that an axis cannot show, and more series than can be told apart, are refused with
 * an {@link IllegalArgumentException}.
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) {

    public LineChart {
        series = List.copyOf(series);
        Look.check(series.size());
        for (var one : series) {
            for (var point : one.points()) {
                x.check(one.name(), point.x());
                y.check(one.name(), point.y());
            }
        }
    }

    /** A whole SVG document of 900 by 480; the exact values are the tips of the markers. */
    public String svg() {
        var across = x.scale(values(Point::x));
        var upwards = y.scale(values(Point::y));
        var sheet = new Sheet(title, series.stream().map(Series::name).toList(), y, upwards);
        var plot = sheet.frame().without(Look.REACH + 2);
        sheet.left(upwards, plot);
        sheet.below(x, across, plot);
        sheet.legend((look, left, middle) -> swatch(sheet.svg(), look, left, middle));
        var drawing = new Drawing(sheet.svg(), plot, across, upwards);
        for (int i = 0; i < series.size(); i++) {
            drawing.line(series.get(i), Look.of(i));
        }
        for (int i = 0; i < series.size(); i++) {
            markers(drawing, series.get(i), Look.of(i));
        }
        return sheet.end();
    }

    private void markers(Drawing drawing, Series one, Look look) {
        for (var point : one.points()) {
            drawing.marker(point, look, "%s: %s, %s".formatted(one.name(), x.told(point.x()), y.told(point.y())));
        }
    }

    private DoubleStream values(ToDoubleFunction<Point> value) {
        return series.stream().flatMap(one -> one.points().stream()).mapToDouble(value);
    }

    private static void swatch(Svg svg, Look look, double left, double middle) {
        svg.example(left, middle, left + Legend.SWATCH - 8, look);
    }

    private record Drawing(Svg svg, Plot plot, Scale across, Scale upwards) {

        void line(Series series, Look look) {
            svg.polyline(series.points().stream().map(this::place).collect(joining(" ")), look);
        }

        void marker(Point point, Look look, String tip) {
            svg.marker(plot.x(across.share(point.x())), plot.y(upwards.share(point.y())), look, tip);
        }

        private String place(Point point) {
            return String.format(
                    Locale.ROOT, "%.1f,%.1f", plot.x(across.share(point.x())), plot.y(upwards.share(point.y())));
        }
    }
}
