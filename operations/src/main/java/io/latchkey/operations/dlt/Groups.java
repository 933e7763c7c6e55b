package io.latchkey.operations.dlt;

import io.latchkey.operations.terminal.Table;
import io.latchkey.operations.terminal.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dead letters counted by what they have in common. */
final class Groups {

    private static final Comparator<Group> BY_TOPIC =
            Comparator.comparing(Group::topic).thenComparing(Group::service).thenComparing(Group::reason);

    private final Map<Group, Count> groups = new TreeMap<>(BY_TOPIC);

    private record Group(String topic, String service, String reason) {}

    private record Count(long all, long redriven, Instant oldest, Instant newest) {

        Count plus(Count other) {
            return new Count(
                    all + other.all,
                    redriven + other.redriven,
                    oldest.isBefore(other.oldest) ? oldest : other.oldest,
                    newest.isAfter(other.newest) ? newest : other.newest);
        }

        long remaining() {
            return all - redriven;
        }
    }

    void add(Appearance appearance) {
        var letter = appearance.letter();
        var time = letter.place().time();
        var count =
                appearance.first() ? new Count(1, appearance.open() ? 0 : 1, time, time) : new Count(0, -1, time, time);
        groups.merge(new Group(letter.topic(), letter.service(), letter.reason()), count, Count::plus);
    }

    List<String> lines(Format format) {
        return switch (format) {
            case json -> groups.entrySet().stream().map(Groups::json).toList();
            case table -> groups.isEmpty() ? List.of("no dead letters") : table();
        };
    }

    private List<String> table() {
        var table = new Table("topic", "service", "reason", "count", "redriven", "remain", "oldest", "newest");
        groups.forEach((group, count) -> table.row(
                group.topic(),
                group.service(),
                group.reason(),
                Long.toString(count.all()),
                Long.toString(count.redriven()),
                Long.toString(count.remaining()),
                Text.of(count.oldest()),
                Text.of(count.newest())));
        return table.lines();
    }

    private static String json(Map.Entry<Group, Count> entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("topic", entry.getKey().topic());
        fields.put("service", entry.getKey().service());
        fields.put("reason", entry.getKey().reason());
        fields.put("count", entry.getValue().all());
        fields.put("redriven", entry.getValue().redriven());
        fields.put("remain", entry.getValue().remaining());
        fields.put("oldest", entry.getValue().oldest().toString());
        fields.put("newest", entry.getValue().newest().toString());
        return Format.json(fields);
    }
}
