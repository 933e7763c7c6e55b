package io.latchkey.bench.result;

import io.latchkey.bench.process.Database;
import io.latchkey.bench.report.Goal;
import io.latchkey.bench.report.GoalTable;
import io.latchkey.bench.run.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the results of every run have in common: on what it was measured, the goals, and how a stretch of load is told. */
final class Results {

    static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GoalTable goals;
    private final Map<String, String> surroundings;

    Results(GoalTable goals, Database database) {
        this.goals = goals;
        this.surroundings = Surroundings.of(database.description());
    }

    /** A page from its title to its table of goals. */
    String markdown(String title) {
        var text = new StringBuilder("# " + title + "\n\n");
        surroundings.forEach((what, value) -> text.append("- " + what + ": " + value + "\n"));
        return text.append("\n").append(goals.markdown()).toString();
    }

    /** @param measured follows what every run has */
    String json(Map<String, Object> measured) {
        var all = new LinkedHashMap<String, Object>(surroundings);
        all.put("goals", goals.goals().stream().map(Results::plain).toList());
        all.putAll(measured);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> plain(Goal goal) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("goal", goal.name());
        plain.put("bound", goal.bound());
        plain.put("unit", goal.unit());
        plain.put("measured", goal.measured().isPresent() ? goal.measured().getAsDouble() : "not measured");
        plain.put("spread", goal.spread());
        plain.put("verdict", goal.verdict().name());
        return plain;
    }

    static Map<String, Object> plain(Sample sample) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("side", sample.side().title());
        plain.put("offeredPerSecond", sample.offeredPerSecond());
        plain.put("perSecond", sample.perSecond());
        plain.put("coreMillis", sample.coreMillis());
        plain.put("compiling", sample.compiling());
        plain.put("residentBytes", sample.resident());
        plain.put("writesPerEnrolment", sample.writes());
        plain.put("millis", millis(sample));
        return plain;
    }

    private static Map<String, Object> millis(Sample sample) {
        var millis = new LinkedHashMap<String, Object>();
        PERCENTILES.forEach(percentile -> millis.put("p" + percentile, sample.millis(percentile)));
        millis.put("count", sample.times().getTotalCount());
        return millis;
    }

    /** With a point and without thousands apart, wherever it runs. */
    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
