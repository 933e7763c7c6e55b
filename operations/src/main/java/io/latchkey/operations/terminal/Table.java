package io.latchkey.operations.terminal;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as what is in them. */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();

    public Table(String... titles) {
        rows.add(titles);
    }

    public void row(String... cells) {
        var safe = cells.clone();
        for (int i = 0; i < safe.length; i++) {
            safe[i] = safe[i].isEmpty() ? "-" : Text.of(safe[i]);
        }
        rows.add(safe);
    }

    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(String[] row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            line.append(row[column]).repeat(' ', width(column) - row[column].length() + 2);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
