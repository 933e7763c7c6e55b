package io.latchkey.bench.report;

import java.util.List;

/** What all charts have: a title, a legend, the axis at the left with its grid, and the frame of the plot. */
final class Sheet {

    static final int SMALL = 12;
    static final int MEDIUM = 13;

    private static final int LARGE = 18;
    private static final int MARGIN = 24;
    private static final int HEAD = 48;
    private static final int FOOT = 62;
    private static final double ACROSS = Svg.WIDTH - 2.0 * MARGIN;

    private final Svg svg;
    private final Plot frame;
    private final Legend legend;

    Sheet(String title, List<String> series, Axis left, Scale scale) {
        svg = new Svg(title);
        legend = Legend.of(series, ACROSS);
        frame = new Plot(
                MARGIN + 24 + widest(scale), HEAD + legend.height() + 8, Svg.WIDTH - MARGIN - 10, Svg.HEIGHT - FOOT);
        svg.text(MARGIN, 32, LARGE, Svg.Anchor.START, Text.fit(title, LARGE, ACROSS));
        svg.upright(MARGIN, middle(), MEDIUM, Svg.Anchor.MIDDLE, Text.fit(left.title(), MEDIUM, frame.height() + FOOT));
    }

    Svg svg() {
        return svg;
    }

    Plot frame() {
        return frame;
    }

    void legend(Legend.Swatch swatch) {
        legend.draw(svg, MARGIN, HEAD, swatch);
    }

    void left(Scale scale, Plot plot) {
        for (var tick : scale.ticks()) {
            double y = plot.y(scale.share(tick));
            svg.line("grid", frame.left(), y, frame.right(), y, Svg.FAINT);
            svg.text(frame.left() - 8, y + 4, SMALL, Svg.Anchor.END, Numbers.plain(tick));
        }
    }

    /** Labels that would touch the one before are left out. */
    void below(Axis axis, Scale scale, Plot plot) {
        double taken = 0;
        for (var tick : scale.ticks()) {
            double x = plot.x(scale.share(tick));
            svg.line("grid", x, frame.top(), x, frame.bottom(), Svg.FAINT);
            double half = Text.width(Numbers.plain(tick), SMALL) / 2;
            double middle = Math.min(x, Svg.WIDTH - half);
            if (middle - half > taken) {
                svg.text(middle, frame.bottom() + 18, SMALL, Svg.Anchor.MIDDLE, Numbers.plain(tick));
                taken = middle + half + 8;
            }
        }
        below(axis.title());
    }

    private void below(String title) {
        double x = (frame.left() + frame.right()) / 2;
        svg.text(x, frame.bottom() + 44, MEDIUM, Svg.Anchor.MIDDLE, Text.fit(title, MEDIUM, frame.width()));
    }

    String end() {
        svg.frame(frame);
        return svg.end();
    }

    private double middle() {
        return (frame.top() + frame.bottom()) / 2;
    }

    private static double widest(Scale scale) {
        return scale.ticks().stream()
                .mapToDouble(tick -> Text.width(Numbers.plain(tick), SMALL))
                .max()
                .orElse(0);
    }
}
