package io.latchkey.bench.report;

import java.util.Map;

/** Bars beside each other, by the name of their series; one that is missing leaves its place empty. */
public record Group(String name, Map<String, Bar> bars) {

    /** With a whisker from least to most, unless they are the same. */
    public record Bar(double value, double least, double most) {

        public Bar {
            if (!(0 <= least && least <= value && value <= most && most <= Axis.LARGEST)) {
                throw new IllegalArgumentException("no bar of %s from %s to %s".formatted(value, least, most));
            }
        }

        public static Bar of(double value) {
            return new Bar(value, value, value);
        }

        public static Bar of(Spread spread) {
            return new Bar(spread.median(), spread.min(), spread.max());
        }
    }

    public Group {
        bars = Map.copyOf(bars);
    }
}
