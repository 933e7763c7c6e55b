package io.latchkey.operations.accounts;

import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.operations.terminal.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of one file, in its order.
 *
 * @param end offset of the first line after it
 */
record Header(List<Column> columns, long end) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws OperatorFailure that names every column which is unknown, missing or there twice */
    static Header of(Line line) {
        return switch (Fields.of(line)) {
            case Fields.Of(var titles) -> of(withoutMark(titles), line.end());
            case Fields.None(var fault) -> throw new OperatorFailure("the header line " + fault);
            case Fields.Blank _ -> throw new OperatorFailure("the file has no header line");
        };
    }

    private static Header of(List<String> titles, long end) {
        refuse(
                "does not know the column",
                titles.stream()
                        .filter(title -> Column.titled(title).isEmpty())
                        .map(title -> title.isEmpty() ? "(empty)" : Text.of(title))
                        .distinct()
                        .toList());
        var seen = new HashSet<String>();
        refuse(
                "has twice the column",
                titles.stream().filter(title -> !seen.add(title)).distinct().toList());
        refuse(
                "lacks the column",
                Arrays.stream(Column.values())
                        .filter(Column::required)
                        .map(Column::title)
                        .filter(title -> !seen.contains(title))
                        .toList());
        return new Header(
                titles.stream().flatMap(title -> Column.titled(title).stream()).toList(), end);
    }

    private static void refuse(String why, List<String> titles) {
        if (!titles.isEmpty()) {
            var all = Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(","));
            throw new OperatorFailure("the header " + why + " " + String.join(", ", titles) + "; there are " + all);
        }
    }

    /** Spreadsheets put one there. */
    private static List<String> withoutMark(List<String> titles) {
        return titles.getFirst().startsWith(BYTE_ORDER_MARK)
                ? Stream.concat(
                                Stream.of(titles.getFirst().substring(1)),
                                titles.stream().skip(1))
                        .toList()
                : titles;
    }
}
