package io.latchkey.bench.result;

import io.latchkey.bench.growth.DueTimes;
import io.latchkey.bench.growth.ReadTimes;
import io.latchkey.bench.process.Database;
import io.latchkey.bench.report.GoalTable;
import io.latchkey.bench.run.GrowthPoint;
import io.latchkey.bench.run.Recovery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured with ever more accounts, as Markdown, JSON and charts. */
public final class GrowthResults {

    private final List<GrowthPoint> points;
    private final Results results;

    /** @param points one at least */
    public GrowthResults(List<GrowthPoint> points, GoalTable goals, Database database) {
        this.points = List.copyOf(points);
        this.results = new Results(goals, database);
    }

    public void writeTo(Path path) {
        var directory = new Directory(path);
        directory.write("results.md", results.markdown("The services as accounts become more") + table());
        directory.write("results.json", json());
        new GrowthCharts(points).byFile().forEach((file, chart) -> directory.write(file, chart.svg()));
    }

    private String table() {
        return new GrowthTable(points).markdown();
    }

    private String json() {
        return results.json(
                Map.of("points", points.stream().map(GrowthResults::plain).toList()));
    }

    private static Map<String, Object> plain(GrowthPoint point) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("accounts", point.accounts());
        plain.put("preloadedPerSecond", point.preloadedPerSecond());
        plain.put("saturated", Results.plain(point.saturated()));
        plain.put("statusRead", plain(point.status()));
        plain.put("eligibilityRead", plain(point.eligibility()));
        plain.put("dueScan", plain(point.due()));
        plain.put("documents", point.documents());
        plain.put("fileBytesPerAccount", point.fileBytes());
        plain.put("recovery", plain(point.recovery()));
        return plain;
    }

    private static Map<String, Object> plain(ReadTimes times) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("reads", times.reads());
        plain.put("p50Millis", millis(times.median()));
        plain.put("p99Millis", millis(times.p99()));
        var processor = times.cpuPerRead();
        plain.put("coreMillisPerRead", processor == null ? "not measured" : millis(processor));
        return plain;
    }

    private static Map<String, Object> plain(DueTimes times) {
        return Map.of(
                "accounts", times.accounts(),
                "firstMillis", millis(times.first()),
                "allMillis", millis(times.all()));
    }

    private static Map<String, Object> plain(Recovery recovery) {
        return Map.of(
                "perSecond", recovery.perSecond(),
                "waiting", recovery.waiting(),
                "startMillis", millis(recovery.start()),
                "caughtUpMillis", millis(recovery.caughtUp()),
                "behind", recovery.behind());
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
