package io.latchkey.operations.dlt;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in time, or how long ago. */
final class SinceConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return text.contains(":") ? Instant.parse(text) : Instant.now().minus(duration(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    "'" + text + "' is neither a duration such as 90m, 24h, 7d or PT1H30M nor an instant such as"
                            + " 2026-01-31T12:00:00Z");
        }
    }

    private static Duration duration(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("P")) {
            return Duration.parse(upper);
        }
        return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
    }
}
