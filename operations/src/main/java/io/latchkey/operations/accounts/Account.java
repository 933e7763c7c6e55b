package io.latchkey.operations.accounts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a good line says. */
record Account(Map<Column, String> values) {

    private static final List<Column> METHODS =
            List.of(Column.MOBILE_PHONE, Column.ALTERNATE_EMAIL, Column.OFFICE_PHONE);

    /** Empty where the file has no such column or the line nothing in it. */
    String value(Column column) {
        return values.getOrDefault(column, "");
    }

    String userId() {
        return value(Column.USER_ID);
    }

    boolean is(Column column) {
        return Boolean.parseBoolean(value(column));
    }

    List<String> groups() {
        return Column.groups(value(Column.GROUPS));
    }

    /** The methods that it has a value for. */
    List<Column> methods() {
        return METHODS.stream().filter(column -> !value(column).isEmpty()).toList();
    }

    /** One for the account and one for each method. */
    int commands() {
        return 1 + methods().size();
    }

    /** Holds personal values. */
    @Override
    public String toString() {
        return "Account";
    }

    /** What a line is. */
    sealed interface Reading {

        record Good(Account account) implements Reading {}

        record Bad(List<Fault> faults) implements Reading {}

        record Blank() implements Reading {}
    }

    static Reading read(Header header, Line line) {
        return switch (Fields.of(line)) {
            case Fields.Of(var values) -> read(header.columns(), values);
            case Fields.None(var fault) -> new Reading.Bad(List.of(fault));
            case Fields.Blank _ -> new Reading.Blank();
        };
    }

    private static Reading read(List<Column> columns, List<String> values) {
        if (values.size() != columns.size()) {
            return new Reading.Bad(
                    List.of(Fault.ofLine("has " + values.size() + " fields where the header has " + columns.size())));
        }
        var account = new EnumMap<Column, String>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            account.put(columns.get(i), values.get(i));
        }
        var faults = columns.stream()
                .flatMap(column -> column.fault(account.getOrDefault(column, "")).stream())
                .toList();
        return faults.isEmpty() ? new Reading.Good(new Account(account)) : new Reading.Bad(faults);
    }
}
