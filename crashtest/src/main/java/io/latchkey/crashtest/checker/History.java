package io.latchkey.crashtest.checker;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The evidence, with the log sorted so that invariants can be asked of it. */
final class History {

    private final Evidence evidence;
    private final Map<String, Entry> events = new LinkedHashMap<>();

    History(Evidence evidence) {
        this.evidence = evidence;
        evidence.log().stream()
                .filter(Entry::isEvent)
                .forEach(entry -> events.putIfAbsent(entry.topic() + " " + entry.eventId(), entry));
    }

    Evidence evidence() {
        return evidence;
    }

    /** Everything, repeats too. */
    Stream<Entry> records(String topic) {
        return evidence.log().stream().filter(entry -> entry.topic().equals(topic));
    }

    /** Each event once, as it first appeared. */
    Stream<Entry> events(String topic) {
        return events.values().stream().filter(entry -> entry.topic().equals(topic));
    }

    Stream<Entry> events(String topic, String type) {
        return events(topic).filter(entry -> entry.is(type));
    }

    /** An account's events of a topic, each once, as its sequence orders them; those of tenants, keyed by an id alone, are left out. */
    Map<String, List<Entry>> perAccount(String topic) {
        return by(
                events(topic)
                        .filter(entry -> entry.key().contains("/"))
                        .sorted(Comparator.comparingLong(Entry::epoch).thenComparingLong(Entry::sequence)),
                Entry::key);
    }

    static <K> Map<K, List<Entry>> by(Stream<Entry> entries, Function<Entry, K> key) {
        return entries.collect(groupingBy(key, LinkedHashMap::new, toList()));
    }
}
