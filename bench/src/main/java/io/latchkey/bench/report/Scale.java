package io.latchkey.bench.report;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.FLOOR;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** An axis that begins and ends with a tick. Ticks are round numbers, ascending: 1, 2 or 5 times a power of ten apart or great. */
record Scale(List<Double> ticks, DoubleUnaryOperator measure) {

    private static final int INTERVALS = 8;
    private static final double NOTHING = 1e-9;
    private static final double FEW_DECADES = 3;

    static Scale linear(double min, double max) {
        double low = Math.min(0, min);
        double high = Math.max(0, max);
        if (high - low < NOTHING) {
            high = low + 1;
        }
        var step = step((high - low) / INTERVALS);
        var ticks = LongStream.rangeClosed(steps(low, step, FLOOR), steps(high, step, CEILING))
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)).doubleValue());
        return new Scale(ticks.toList(), DoubleUnaryOperator.identity());
    }

    static Scale logarithmic(double min, double max) {
        var round = round(min, max);
        int low = (int) round.stream().filter(tick -> tick <= min).count() - 1;
        int high =
                round.size() - (int) round.stream().filter(tick -> tick >= max).count();
        int alone = low == high ? 1 : 0;
        return new Scale(round.subList(low - alone, high + alone + 1), Math::log10);
    }

    double share(double value) {
        double low = measure.applyAsDouble(ticks.getFirst());
        double high = measure.applyAsDouble(ticks.getLast());
        return (measure.applyAsDouble(value) - low) / (high - low);
    }

    private static BigDecimal step(double least) {
        var power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
        return Stream.of(1, 2, 5, 10)
                .map(times -> power.multiply(BigDecimal.valueOf(times)))
                .filter(step -> step.doubleValue() >= least)
                .findFirst()
                .orElseThrow();
    }

    private static long steps(double value, BigDecimal step, RoundingMode rounding) {
        return BigDecimal.valueOf(value).divide(step, 0, rounding).longValueExact();
    }

    /** More than enough on either side; powers of ten alone, or some of them, where there are many. */
    private static List<Double> round(double min, double max) {
        double span = Math.log10(max) - Math.log10(min);
        int every = (int) Math.max(1, Math.ceil(span / INTERVALS));
        return IntStream.rangeClosed(
                        (int) Math.floor(Math.log10(min)) - every, (int) Math.ceil(Math.log10(max)) + every)
                .filter(decade -> Math.floorMod(decade, every) == 0)
                .boxed()
                .flatMap(decade -> ofDecade(decade, span))
                .toList();
    }

    private static Stream<Double> ofDecade(int decade, double span) {
        return (span <= FEW_DECADES ? Stream.of(1, 2, 5) : Stream.of(1))
                .map(times ->
                        BigDecimal.valueOf(times).scaleByPowerOfTen(decade).doubleValue());
    }
}
