package io.latchkey.bench.result;

import static io.latchkey.bench.result.GrowthResults.millis;
import static io.latchkey.bench.result.GrowthResults.seconds;

import io.latchkey.bench.report.Axis;
import io.latchkey.bench.report.LineChart;
import io.latchkey.bench.report.Series;
import io.latchkey.bench.run.GrowthPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Each against the number of accounts. */
record GrowthCharts(List<GrowthPoint> points) {

    Map<String, LineChart> byFile() {
        var charts = new LinkedHashMap<String, LineChart>();
        charts.put("processor-time.svg", processorTime());
        charts.put("throughput.svg", throughput());
        charts.put("reads.svg", reads());
        charts.put("bytes.svg", bytes());
        charts.put("due-scan.svg", dueScan());
        charts.put("recovery.svg", recovery());
        return charts;
    }

    private LineChart processorTime() {
        return chart(
                "Processor time per enrolment at saturation",
                Axis.linear("processor time", "core ms"),
                series("services", point -> point.saturated().coreMillisOfServices()),
                series(stores(), point -> point.saturated().coreMillisOfStores()));
    }

    /** Whatever of broker and database is counted. */
    private String stores() {
        return String.join(" and ", points.getFirst().saturated().stores());
    }

    private LineChart throughput() {
        return chart(
                "Enrolments at saturation",
                Axis.linear("enrolments", "1/s"),
                series("enrolments", point -> point.saturated().perSecond()));
    }

    private LineChart reads() {
        return chart(
                "Reads over HTTP, one after the other",
                Axis.linear("from the request to the whole answer", "ms"),
                series("status p50", point -> millis(point.status().median())),
                series("status p99", point -> millis(point.status().p99())),
                series("eligibility p50", point -> millis(point.eligibility().median())),
                series("eligibility p99", point -> millis(point.eligibility().p99())));
    }

    private LineChart bytes() {
        var documents = series("documents", GrowthPoint::documentBytes);
        var axis = Axis.linear("bytes per account", "B");
        return points.stream().allMatch(point -> point.fileBytes() > 0)
                ? chart("What an account takes", axis, documents, series("file", GrowthPoint::fileBytes))
                : chart("What an account takes", axis, documents);
    }

    private LineChart dueScan() {
        return chart(
                String.format(
                        Locale.ROOT,
                        "%,d accounts that come due",
                        points.getFirst().due().accounts()),
                Axis.linear("until they are announced", "s"),
                series("the first", point -> seconds(point.due().first())),
                series("all", point -> seconds(point.due().all())));
    }

    private LineChart recovery() {
        return chart(
                "After a stop of all services for 60 s at half load",
                Axis.linear("since they were started", "s"),
                series("ready", point -> seconds(point.recovery().start())),
                series("caught up", point -> seconds(point.recovery().caughtUp())));
    }

    private static LineChart chart(String title, Axis y, Series... series) {
        return new LineChart(title, Axis.logarithmic("accounts", ""), y, List.of(series));
    }

    private Series series(String name, ToDoubleFunction<GrowthPoint> value) {
        return new Series(
                name,
                points.stream()
                        .map(point -> new Series.Point(point.accounts(), value.applyAsDouble(point)))
                        .toList());
    }
}
