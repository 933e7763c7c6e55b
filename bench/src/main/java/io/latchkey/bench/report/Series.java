package io.latchkey.bench.report;

import java.util.List;

/** The line joins the points in the order given. */
public record Series(String name, List<Point> points) {

    public record Point(double x, double y) {}

    public Series {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("series \"" + name + "\" has no points");
        }
    }
}
