package io.latchkey.bench.report;

import static io.latchkey.bench.report.Svg.INK;

import io.latchkey.bench.report.Group.Bar;
import io.latchkey.bench.report.Svg.Anchor;
import java.util.List;

/**
 * The bars in their places.
 *
 * @param plot lower than the frame by what the values above the bars need
 * @param upright whether the values stand on end, since they are wider than the bars
 */
record Bars(Svg svg, Plot plot, Scale scale, double groupWidth, double barWidth, boolean upright) {

    private static final double FILLED = 0.78;
    private static final double WIDEST = 90;
    private static final double GAP = 2;
    private static final int SIZE = 12;
    private static final double CAP = 5;

    static Bars of(BarChart chart, Sheet sheet, Scale scale) {
        double groupWidth = sheet.frame().width() / chart.groups().size();
        double barWidth = Math.min(WIDEST, groupWidth * FILLED / chart.series().size());
        double widest = chart.bars()
                .mapToDouble(bar -> Text.width(told(bar), SIZE))
                .max()
                .orElse(0);
        boolean upright = widest > barWidth;
        var plot = sheet.frame().lowered(upright ? widest + 10 : SIZE + 10);
        return new Bars(sheet.svg(), plot, scale, groupWidth, barWidth, upright);
    }

    void draw(BarChart chart) {
        for (int i = 0; i < chart.groups().size(); i++) {
            draw(chart.groups().get(i), chart.series(), plot.left() + (i + 0.5) * groupWidth);
        }
    }

    private void draw(Group group, List<String> series, double middle) {
        double left = middle - barWidth * series.size() / 2;
        for (int i = 0; i < series.size(); i++) {
            var bar = group.bars().get(series.get(i));
            if (bar != null) {
                draw(bar, Look.of(i), left + i * barWidth);
            }
        }
        name(group.name(), middle);
    }

    private void draw(Bar bar, Look look, double left) {
        double top = plot.y(scale.share(bar.value()));
        svg.rectangle("bar", left + GAP / 2, top, barWidth - GAP, plot.bottom() - top, look.colour());
        double middle = left + barWidth / 2;
        if (bar.least() < bar.most()) {
            whisker(middle, plot.y(scale.share(bar.least())), plot.y(scale.share(bar.most())));
        }
        value(told(bar), middle, plot.y(scale.share(bar.most())) - 5);
    }

    private static String told(Bar bar) {
        return Numbers.fixed(bar.value(), Numbers.decimals(bar.value()));
    }

    private void whisker(double x, double least, double most) {
        svg.line("whisker", x, least, x, most, INK);
        svg.line("cap", x - CAP, least, x + CAP, least, INK);
        svg.line("cap", x - CAP, most, x + CAP, most, INK);
    }

    private void value(String value, double x, double y) {
        if (upright) {
            svg.upright(x + 4, y, SIZE, Anchor.START, value);
        } else {
            svg.text(x, y, SIZE, Anchor.MIDDLE, value);
        }
    }

    private void name(String name, double middle) {
        double y = plot.bottom() + 18;
        for (var line : Text.lines(name, Sheet.MEDIUM, groupWidth - 6)) {
            svg.text(middle, y, Sheet.MEDIUM, Anchor.MIDDLE, line);
            y += 16;
        }
    }
}
