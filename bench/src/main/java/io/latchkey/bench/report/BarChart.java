package io.latchkey.bench.report;

import io.latchkey.bench.report.Axis.Kind;
import io.latchkey.bench.report.Group.Bar;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Groups of bars, one of each series, their values above them. Refused with an {@link IllegalArgumentException}: a logarithmic
 * axis, on which lengths mean nothing; bars of no series; more series or bars than can be told apart.
 *
 * @param series in the order of their bars
 */
public record BarChart(String title, Axis y, List<String> series, List<Group> groups) {

    private static final int MOST_BARS = 40;

    public BarChart {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
        Look.check(series.size());
        if (y.kind() == Kind.LOGARITHMIC) {
            throw new IllegalArgumentException("bars on the logarithmic axis \"" + y.label() + "\"");
        }
        checkGroups(series, groups);
    }

    /** A whole SVG document of 900 by 480. */
    public String svg() {
        var scale = y.scale(DoubleStream.concat(DoubleStream.of(0), bars().mapToDouble(Bar::most)));
        var sheet = new Sheet(title, series, y, scale);
        var drawing = Bars.of(this, sheet, scale);
        sheet.left(scale, drawing.plot());
        sheet.legend(
                (look, left, middle) -> sheet.svg().rectangle("swatch", left + 8, middle - 7, 18, 14, look.colour()));
        drawing.draw(this);
        return sheet.end();
    }

    Stream<Bar> bars() {
        return groups.stream().flatMap(group -> group.bars().values().stream());
    }

    private static void checkGroups(List<String> series, List<Group> groups) {
        if (groups.isEmpty() || groups.size() * series.size() > MOST_BARS) {
            throw new IllegalArgumentException(
                    "a chart has 1 to %d bars, not %d groups of %d".formatted(MOST_BARS, groups.size(), series.size()));
        }
        for (var group : groups) {
            if (!series.containsAll(group.bars().keySet())) {
                throw new IllegalArgumentException("group \"%s\" has bars of %s, the chart of %s"
                        .formatted(group.name(), group.bars().keySet(), series));
            }
        }
    }
}
