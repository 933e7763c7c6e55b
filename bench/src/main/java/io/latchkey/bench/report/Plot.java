package io.latchkey.bench.report;

/** The part of a picture where values stand. A share is 0 at the left or lower end of an axis and 1 at the other. */
record Plot(double left, double top, double right, double bottom) {

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double x(double share) {
        return left + share * width();
    }

    double y(double share) {
        return bottom - share * height();
    }

    Plot without(double margin) {
        return new Plot(left + margin, top + margin, right - margin, bottom - margin);
    }

    Plot lowered(double margin) {
        return new Plot(left, top + margin, right, bottom);
    }
}
