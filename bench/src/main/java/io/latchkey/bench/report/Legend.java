package io.latchkey.bench.report;

import java.util.ArrayList;
import java.util.List;

/** The names of the series, in rows as long as fit. */
record Legend(List<Entry> entries) {

    static final int ROW = 20;
    static final int SWATCH = 34;

    private static final int SIZE = 13;
    private static final int GAP = 22;

    record Entry(String name, double x, int row) {}

    static Legend of(List<String> names, double width) {
        var entries = new ArrayList<Entry>();
        double x = 0;
        int row = 0;
        for (var name : names) {
            var shown = Text.fit(name, SIZE, width - SWATCH);
            double needed = SWATCH + Text.width(shown, SIZE);
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            entries.add(new Entry(shown, x, row));
            x += needed + GAP;
        }
        return new Legend(List.copyOf(entries));
    }

    double height() {
        return (entries.getLast().row() + 1) * ROW;
    }

    void draw(Svg svg, double left, double top, Swatch swatch) {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            double middle = top + entry.row() * ROW + ROW / 2.0;
            swatch.draw(Look.of(i), left + entry.x(), middle);
            svg.text(left + entry.x() + SWATCH, middle + 4.5, SIZE, Svg.Anchor.START, entry.name());
        }
    }

    @FunctionalInterface
    interface Swatch {

        /** Within the {@link #SWATCH} to the right of x. */
        void draw(Look look, double x, double middle);
    }
}
