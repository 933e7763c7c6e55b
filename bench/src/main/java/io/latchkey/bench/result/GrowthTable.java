package io.latchkey.bench.result;

import static io.latchkey.bench.result.GrowthResults.millis;
import static io.latchkey.bench.result.GrowthResults.seconds;

import io.latchkey.bench.growth.CollectionBytes;
import io.latchkey.bench.growth.ReadTimes;
import io.latchkey.bench.run.GrowthPoint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A column for each number of accounts. */
final class GrowthTable {

    private static final String NOT_MEASURED = "not measured";

    private final List<GrowthPoint> points;
    private final StringBuilder text = new StringBuilder();

    GrowthTable(List<GrowthPoint> points) {
        this.points = points;
    }

    String markdown() {
        text.append("\n## By the number of accounts\n\n");
        row("", point -> String.format(Locale.ROOT, "%,d", point.accounts()));
        text.append("|---".repeat(points.size() + 1)).append("|\n");
        saturation();
        reads("status read", GrowthPoint::status);
        reads("eligibility read", GrowthPoint::eligibility);
        bytes();
        figures(
                "due accounts announced after, the first, s",
                "%.1f",
                point -> seconds(point.due().first()));
        figures(
                "due accounts announced after, all of them, s",
                "%.1f",
                point -> seconds(point.due().all()));
        recovery();
        return text.toString();
    }

    private void saturation() {
        figures("enrolments/s at saturation", "%.0f", point -> point.saturated().perSecond());
        figures(
                "services, core ms per enrolment",
                "%.3f",
                point -> point.saturated().coreMillisOfServices());
        points.getFirst()
                .saturated()
                .coreMillis()
                .keySet()
                .forEach(process -> figures(
                        process + ", core ms per enrolment",
                        "%.3f",
                        point -> point.saturated().coreMillis().getOrDefault(process, 0.0)));
        figures("accounts preloaded/s", "%.0f", GrowthPoint::preloadedPerSecond);
    }

    private void reads(String what, Function<GrowthPoint, ReadTimes> times) {
        row(what + ", p50 and p99, ms", point -> {
            var read = times.apply(point);
            return String.format(Locale.ROOT, "%.2f, %.2f", millis(read.median()), millis(read.p99()));
        });
        row(what + ", core ms", point -> processor(times.apply(point).cpuPerRead()));
    }

    private static String processor(@Nullable Duration perRead) {
        return perRead == null ? NOT_MEASURED : String.format(Locale.ROOT, "%.2f", millis(perRead));
    }

    private void bytes() {
        points.getFirst().documents().forEach(documents -> bytes(documents.database(), documents.collection()));
        figures("documents, bytes per account", "%.0f", GrowthPoint::documentBytes);
        row(
                "file of the embedded database, bytes per account",
                point -> point.fileBytes() > 0 ? String.format(Locale.ROOT, "%.0f", point.fileBytes()) : NOT_MEASURED);
    }

    private void bytes(String database, String collection) {
        figures(
                "%s.%s, bytes per account".formatted(database, collection),
                "%.0f",
                point -> point.documents().stream()
                        .filter(bytes -> bytes.database().equals(database)
                                && bytes.collection().equals(collection))
                        .mapToDouble(CollectionBytes::bytesPerAccount)
                        .sum());
    }

    private void recovery() {
        figures(
                "arriving while all services are stopped, 1/s",
                "%.0f",
                point -> point.recovery().perSecond());
        row(
                "enrolments that waited when they were started",
                point -> Integer.toString(point.recovery().waiting()));
        figures(
                "services ready after, s",
                "%.1f",
                point -> seconds(point.recovery().start()));
        figures("caught up after, s", "%.1f", point -> seconds(point.recovery().caughtUp()));
        figures("… then still behind", "%.0f", point -> point.recovery().behind());
    }

    private void figures(String what, String format, ToDoubleFunction<GrowthPoint> figure) {
        row(what, point -> String.format(Locale.ROOT, format, figure.applyAsDouble(point)));
    }

    private void row(String what, Function<GrowthPoint, String> told) {
        text.append("| ").append(what);
        points.forEach(point -> text.append(" | ").append(told.apply(point)));
        text.append(" |\n");
    }
}
