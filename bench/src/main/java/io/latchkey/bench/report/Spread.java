package io.latchkey.bench.report;

import java.util.List;
import java.util.stream.IntStream;

/** The middle of several measurements (between the middle two, if they are even in number) and the ends. */
public record Spread(double median, double min, double max) {

    public Spread {
        if (!Double.isFinite(min) || !Double.isFinite(max) || !(min <= median && median <= max)) {
            throw new IllegalArgumentException("no spread of %s from %s to %s".formatted(median, min, max));
        }
    }

    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no spread of no values");
        }
        var sorted = values.stream().sorted().toList();
        return within(median(sorted), sorted);
    }

    /**
     * The median of a by the median of b. The spread is that of the ratios of the first of a to the first of b, the second to the
     * second, and so on: runs made one after the other are compared with each other, so that a machine that grows slower
     * meanwhile widens it little. The ratio of the medians always lies within.
     *
     * @throws IllegalArgumentException where the lists are not equally long, or one holds what is not greater than 0
     */
    public static Spread ratio(List<Double> a, List<Double> b) {
        check(a, b);
        var ratios = IntStream.range(0, a.size())
                .mapToObj(i -> a.get(i) / b.get(i))
                .sorted()
                .toList();
        return within(of(a).median() / of(b).median(), ratios);
    }

    /** Such as {@code 0.87 (0.84 to 0.91)}. */
    public String text() {
        int decimals = Numbers.decimals(median);
        return "%s (%s)".formatted(Numbers.fixed(median, decimals), range());
    }

    /** Such as {@code 0.84 to 0.91}. */
    public String range() {
        int decimals = Numbers.decimals(median);
        return Numbers.fixed(min, decimals) + " to " + Numbers.fixed(max, decimals);
    }

    private static void check(List<Double> a, List<Double> b) {
        if (a.size() != b.size() || a.isEmpty()) {
            throw new IllegalArgumentException("a ratio of %d to %d measurements".formatted(a.size(), b.size()));
        }
        for (int i = 0; i < a.size(); i++) {
            if (!(a.get(i) > 0 && b.get(i) > 0)) {
                throw new IllegalArgumentException("a ratio of %s to %s".formatted(a.get(i), b.get(i)));
            }
        }
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Rounding may put what lies between just outside. */
    private static Spread within(double median, List<Double> sorted) {
        double min = sorted.getFirst();
        double max = sorted.getLast();
        return new Spread(Math.max(min, Math.min(median, max)), min, max);
    }
}
