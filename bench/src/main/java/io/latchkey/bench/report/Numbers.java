package io.latchkey.bench.report;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in plain form: digits, thousands apart, a point, never an exponent. */
final class Numbers {

    private static final MathContext THREE_DIGITS = new MathContext(3, HALF_UP);
    private static final int MOST_DECIMALS = 340;

    private Numbers() {}

    /** As short as it can be said with about three digits: 1,737; 0.82; 5. */
    static String plain(double value) {
        return format(rounded(value, decimals(value)), 0);
    }

    /** Nothing rounded away. */
    static String exact(double value) {
        return format(BigDecimal.valueOf(value), 0);
    }

    /** Zeros at the end stay, so that numbers beside each other look alike. */
    static String fixed(double value, int decimals) {
        return format(rounded(value, decimals), decimals);
    }

    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, HALF_UP);
    }

    /** None from 100 on, two around 1, and below 0.1 as many as two digits need. */
    static int decimals(double value) {
        var rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
        if (rounded.signum() == 0) {
            return 0;
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= 0 ? Math.max(0, 2 - exponent) : 1 - exponent;
    }

    private static String format(BigDecimal value, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return value.signum() == 0 ? format.format(0) : format.format(value);
    }
}
