package io.latchkey.bench.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All goals with what was measured, and in the last line how many are met. Lines end with a line feed. */
public record GoalTable(List<Goal> goals) {

    private static final List<String> TITLES = List.of("goal", "measured", "met");

    public GoalTable {
        goals = List.copyOf(goals);
    }

    /** For a terminal: columns as wide as what is in them. */
    public String text() {
        var rows = rows();
        var widths = IntStream.range(0, TITLES.size())
                .map(column -> width(rows, column))
                .boxed()
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(joining()) + "\n" + summary() + "\n";
    }

    public String markdown() {
        var rows = rows().stream().map(GoalTable::markdownRow).toList();
        return rows.getFirst() + "|---|---|---|\n" + rows.stream().skip(1).collect(joining()) + "\n" + summary() + "\n";
    }

    /** Such as {@code 7 met, 1 not met, 3 not measured}. */
    public String summary() {
        return "%d met, %d not met, %d not measured"
                .formatted(count(Verdict.MET), count(Verdict.NOT_MET), count(Verdict.NOT_MEASURED));
    }

    private long count(Verdict verdict) {
        return goals.stream().filter(goal -> goal.verdict() == verdict).count();
    }

    private List<List<String>> rows() {
        return Stream.concat(Stream.of(TITLES), goals.stream().map(GoalTable::row))
                .toList();
    }

    private static List<String> row(Goal goal) {
        var measured = goal.measuredText();
        return Stream.of(
                        goal.text(),
                        measured.isEmpty() ? "-" : measured,
                        goal.verdict().toString())
                .map(cell -> cell.replaceAll("\\s+", " "))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column)).repeat(' ', widths.get(column) - length(row.get(column)) + 2);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static String markdownRow(List<String> row) {
        return row.stream()
                .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;"))
                .collect(joining(" | ", "| ", " |\n"));
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
