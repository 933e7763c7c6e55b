package io.latchkey.bench.result;

import static io.latchkey.bench.result.Results.PERCENTILES;

import io.latchkey.bench.process.Database;
import io.latchkey.bench.report.Axis;
import io.latchkey.bench.report.BarChart;
import io.latchkey.bench.report.GoalTable;
import io.latchkey.bench.report.Group;
import io.latchkey.bench.report.LineChart;
import io.latchkey.bench.report.Series;
import io.latchkey.bench.report.Spread;
import io.latchkey.bench.run.Comparison;
import io.latchkey.bench.run.Idle;
import io.latchkey.bench.run.Latencies;
import io.latchkey.bench.run.Sample;
import io.latchkey.bench.work.Side;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A comparison as Markdown, JSON and charts. */
public final class ComparisonResults {

    private final Comparison comparison;
    private final Results results;

    public ComparisonResults(Comparison comparison, GoalTable goals, Database database) {
        this.comparison = comparison;
        this.results = new Results(goals, database);
    }

    public void writeTo(Path path) {
        var directory = new Directory(path);
        directory.write("results.md", markdown());
        directory.write("results.json", json());
        directory.write("throughput.svg", throughput());
        directory.write("processor-time.svg", processorTime());
        comparison.latencies().forEach(latencies -> directory.write(chart(latencies), latency(latencies)));
    }

    private static String chart(Latencies latencies) {
        return "latency-%.0f.svg".formatted(latencies.share() * 100);
    }

    private String markdown() {
        var text = new StringBuilder(results.markdown("The services beside the floor"));
        text.append(
                "\n## At saturation\n\n| | enrolments/s | core ms per enrolment | of them | compiling, % |\n|---|---|---|---|---|\n");
        for (var side : Side.values()) {
            text.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            side.title(),
                            Spread.of(comparison.of(side, Sample::perSecond)).text(),
                            Spread.of(comparison.of(side, Sample::coreMillisInAll))
                                    .text(),
                            parts(side),
                            Spread.of(comparison.of(side, ComparisonResults::compilingPercent))
                                    .text()));
        }
        comparison.latencies().forEach(latencies -> text.append(table(latencies)));
        text.append(writesTable());
        text.append("\n## Services alone\n\n| | ready after | resident at rest |\n|---|---|---|\n");
        comparison
                .idle()
                .forEach(idle -> text.append(Results.line(
                        "| %s | %.1f s | %d MB |",
                        idle.service(), idle.start().toMillis() / 1e3, idle.resident() / 1_000_000)));
        return text.toString();
    }

    private static double compilingPercent(Sample sample) {
        return sample.compiling() * 100;
    }

    private String parts(Side side) {
        return processes(side)
                .map(process ->
                        process + " " + Spread.of(coreMillis(side, process)).text())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String table(Latencies latencies) {
        var text = new StringBuilder(Results.line(
                "\n## At %.0f enrolments a second, %.0f %% of what the slower side is able to\n",
                latencies.perSecond(), latencies.share() * 100));
        text.append("| ms | p50 | p90 | p99 | p99.9 | compiling, % |\n|---|---|---|---|---|---|\n");
        for (var side : Side.values()) {
            text.append("| ").append(side.title());
            PERCENTILES.forEach(percentile -> text.append(" | ")
                    .append(Spread.of(latencies.of(side, percentile)).text()));
            text.append(" | ")
                    .append(Spread.of(latencies.of(side, ComparisonResults::compilingPercent))
                            .text())
                    .append(" |\n");
        }
        return text.toString();
    }

    private String writesTable() {
        var text = new StringBuilder("\n## Document writes per enrolment\n\n");
        var writes = writes();
        if (writes.isEmpty()) {
            return text.append("Not counted.\n").toString();
        }
        text.append("| collection | |\n|---|---|\n");
        writes.forEach((collection, count) -> text.append(Results.line("| %s | %.2f |", collection, count)));
        return text.toString();
    }

    private Map<String, Double> writes() {
        var written = new LinkedHashMap<String, Double>();
        comparison.counted().stream()
                .filter(sample -> sample.side() == Side.PIPELINE)
                .reduce((_, last) -> last)
                .ifPresent(sample -> sample.writes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(entry -> written.put(entry.getKey(), entry.getValue())));
        return written;
    }

    private Stream<String> processes(Side side) {
        return comparison.saturated().stream().filter(sample -> sample.side() == side).findFirst().stream()
                .flatMap(sample -> sample.coreMillis().keySet().stream());
    }

    private List<Double> coreMillis(Side side, String process) {
        return comparison.of(side, sample -> sample.coreMillis().getOrDefault(process, 0.0));
    }

    private String throughput() {
        var groups = Arrays.stream(Side.values())
                .map(side -> new Group(
                        side.title(),
                        Map.of("enrolments", Group.Bar.of(Spread.of(comparison.of(side, Sample::perSecond))))))
                .toList();
        return new BarChart("Enrolments at saturation", Axis.linear("enrolments", "1/s"), List.of("enrolments"), groups)
                .svg();
    }

    private String processorTime() {
        var processes = new LinkedHashSet<String>();
        Stream.of(Side.PIPELINE, Side.FLOOR).flatMap(this::processes).forEach(processes::add);
        var groups = processes.stream()
                .map(process -> new Group(process, bars(process)))
                .toList();
        var sides = Arrays.stream(Side.values()).map(Side::title).toList();
        return new BarChart(
                        "Processor time per enrolment at saturation",
                        Axis.linear("processor time", "core ms"),
                        sides,
                        groups)
                .svg();
    }

    private Map<String, Group.Bar> bars(String process) {
        var bars = new LinkedHashMap<String, Group.Bar>();
        for (var side : Side.values()) {
            if (processes(side).anyMatch(process::equals)) {
                bars.put(side.title(), Group.Bar.of(Spread.of(coreMillis(side, process))));
            }
        }
        return bars;
    }

    /** By how many of a hundred thousand take longer: straight lines would be tails that grow tenfold each time. */
    private static String latency(Latencies latencies) {
        var series = Arrays.stream(Side.values())
                .map(side -> new Series(
                        side.title(),
                        PERCENTILES.stream()
                                .map(percentile -> new Series.Point(
                                        1 / (1 - percentile / 100),
                                        Math.max(
                                                0.001,
                                                Spread.of(latencies.of(side, percentile))
                                                        .median())))
                                .toList()))
                .toList();
        return new LineChart(
                        "Latency at %.0f enrolments a second".formatted(latencies.perSecond()),
                        Axis.logarithmic("one of so many takes longer", ""),
                        Axis.logarithmic("from the intended time to MethodProven", "ms"),
                        series)
                .svg();
    }

    private String json() {
        var measured = new LinkedHashMap<String, Object>();
        measured.put(
                "saturated", comparison.saturated().stream().map(Results::plain).toList());
        measured.put(
                "latencies",
                comparison.latencies().stream().map(ComparisonResults::plain).toList());
        measured.put(
                "counted",
                comparison.counted().stream().map(ComparisonResults::counted).toList());
        measured.put(
                "idle", comparison.idle().stream().map(ComparisonResults::plain).toList());
        return results.json(measured);
    }

    private static Map<String, Object> plain(Latencies latencies) {
        return Map.of(
                "share", latencies.share(),
                "perSecond", latencies.perSecond(),
                "samples", latencies.samples().stream().map(Results::plain).toList());
    }

    private static Map<String, Object> counted(Sample sample) {
        return Map.of(
                "side", sample.side().title(), "perSecond", sample.perSecond(), "writesPerEnrolment", sample.writes());
    }

    private static Map<String, Object> plain(Idle idle) {
        return Map.of(
                "service", idle.service(),
                "startMillis", idle.start().toMillis(),
                "residentBytes", idle.resident());
    }
}
