package io.latchkey.bench.report;

import java.util.stream.DoubleStream;

/** A linear axis always shows zero, so that lengths can be compared; a logarithmic one takes only what is greater than zero. */
public record Axis(String label, String unit, Kind kind) {

    public enum Kind {
        LINEAR,
        LOGARITHMIC
    }

    static final double LARGEST = 1e15;
    private static final double SMALLEST_LOGARITHMIC = 1e-9;

    /** @param unit may be empty */
    public static Axis linear(String label, String unit) {
        return new Axis(label, unit, Kind.LINEAR);
    }

    /** @param unit may be empty */
    public static Axis logarithmic(String label, String unit) {
        return new Axis(label, unit, Kind.LOGARITHMIC);
    }

    String title() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }

    String told(double value) {
        return unit.isEmpty() ? Numbers.plain(value) : Numbers.plain(value) + " " + unit;
    }

    Scale scale(DoubleStream values) {
        var range = values.summaryStatistics();
        return switch (kind) {
            case LINEAR -> Scale.linear(range.getMin(), range.getMax());
            case LOGARITHMIC -> Scale.logarithmic(range.getMin(), range.getMax());
        };
    }

    void check(String series, double value) {
        if (kind == Kind.LOGARITHMIC && value <= 0) {
            throw new IllegalArgumentException(
                    "%s of series \"%s\" on the logarithmic axis \"%s\", which takes only what is greater than 0"
                            .formatted(value, series, label));
        }
        if (!(Math.abs(value) <= LARGEST) || kind == Kind.LOGARITHMIC && value < SMALLEST_LOGARITHMIC) {
            throw new IllegalArgumentException(
                    "%s of series \"%s\" is nothing that the axis \"%s\" can show".formatted(value, series, label));
        }
    }
}
