package io.latchkey.crashtest.checker;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.latchkey.crashtest.checker.Sent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** What nobody can read becomes one dead letter of each service that reads its topic, and nothing else does. */
final class DeadLetters implements Invariant {

    private static final String PREFIX = "latchkey-dead-letter-";

    @Override
    public Finding check(History history) {
        var letters = letters(history);
        var garbage = history.evidence().sent().stream()
                .filter(sent -> sent.kind() == Kind.GARBAGE)
                .collect(toMap(sent -> sent.topic() + " " + sent.value(), sent -> sent, (one, other) -> one));
        var expected = new HashMap<String, Long>();
        history.evidence().log().stream()
                .filter(entry -> garbage.containsKey(source(entry)))
                .forEach(entry -> Topics.INPUTS.forEach((service, topics) -> {
                    if (topics.contains(entry.topic())) {
                        expected.merge(source(entry) + " " + service, 1L, Long::sum);
                    }
                }));
        var violations = new ArrayList<Violation>();
        expected.forEach((source, count) -> compare(source, count, letters.getOrDefault(source, 0L), violations));
        letters.forEach((source, count) -> {
            if (!expected.containsKey(source)) {
                violations.add(Violation.of(count + " dead letters of what was good: " + source));
            }
        });
        return new Finding("10 dead letters of garbage alone", letters.size(), violations);
    }

    /** Distinct ones, by topic, value and service. */
    private static Map<String, Long> letters(History history) {
        return history.evidence().log().stream()
                .filter(entry -> entry.topic().endsWith(Topics.DEAD_LETTERS))
                .collect(toMap(
                        entry -> entry.headers().getOrDefault(PREFIX + "id", entry.place())
                                + entry.headers().getOrDefault(PREFIX + "service", ""),
                        entry -> origin(entry) + " " + entry.value() + " "
                                + entry.headers().getOrDefault(PREFIX + "service", ""),
                        (one, other) -> one))
                .values()
                .stream()
                .collect(groupingBy(source -> source, counting()));
    }

    private static String origin(Entry letter) {
        return letter.topic().substring(0, letter.topic().length() - Topics.DEAD_LETTERS.length());
    }

    private static String source(Entry entry) {
        return entry.topic() + " " + entry.value();
    }

    private static void compare(String source, long expected, long found, ArrayList<Violation> violations) {
        if (found < expected) {
            violations.add(Violation.lost(found + " dead letters of " + source + " instead of " + expected));
        } else if (found > expected) {
            violations.add(Violation.doubled(found + " dead letters of " + source + " instead of " + expected));
        }
    }
}
