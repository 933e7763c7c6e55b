package io.latchkey.bench.report;

import java.util.OptionalDouble;

/**
 * A bound that a run is to keep, itself included.
 *
 * @param unit may be empty
 * @param spread what is to be told beside the measured value, or empty
 */
public record Goal(
        String name, Direction direction, double bound, String unit, OptionalDouble measured, String spread) {

    private static final int MOST_DECIMALS = 17;

    public enum Direction {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }

        boolean holds(double measured, double bound) {
            return switch (this) {
                case AT_LEAST -> measured >= bound;
                case AT_MOST -> measured <= bound;
            };
        }
    }

    public Goal {
        if (!Double.isFinite(bound) || !Double.isFinite(measured.orElse(0))) {
            throw new IllegalArgumentException("goal \"%s\" %s, measured %s".formatted(name, bound, measured));
        }
    }

    /** Not measured yet. */
    public static Goal atLeast(String name, double bound, String unit) {
        return new Goal(name, Direction.AT_LEAST, bound, unit, OptionalDouble.empty(), "");
    }

    /** Not measured yet. */
    public static Goal atMost(String name, double bound, String unit) {
        return new Goal(name, Direction.AT_MOST, bound, unit, OptionalDouble.empty(), "");
    }

    public Goal measured(double value) {
        return new Goal(name, direction, bound, unit, OptionalDouble.of(value), "");
    }

    /** The median is judged. */
    public Goal measured(Spread value) {
        return new Goal(name, direction, bound, unit, OptionalDouble.of(value.median()), value.range());
    }

    public Verdict verdict() {
        if (measured.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        return direction.holds(measured.getAsDouble(), bound) ? Verdict.MET : Verdict.NOT_MET;
    }

    String text() {
        return "%s %s %s".formatted(name, direction.sign, withUnit(Numbers.exact(bound)));
    }

    /** Empty where nothing was measured. */
    String measuredText() {
        if (measured.isEmpty()) {
            return "";
        }
        var value = withUnit(told(measured.getAsDouble()));
        return spread.isEmpty() ? value : value + " (" + spread + ")";
    }

    /** With as many decimals as it takes to stand on the bound's same side as the value itself: 0.8496 is not told as 0.85. */
    private String told(double value) {
        int decimals = Numbers.decimals(value);
        while (decimals < MOST_DECIMALS
                && direction.holds(Numbers.rounded(value, decimals).doubleValue(), bound)
                        != direction.holds(value, bound)) {
            decimals++;
        }
        return Numbers.fixed(value, decimals);
    }

    private String withUnit(String number) {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
