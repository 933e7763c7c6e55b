package io.latchkey.bench.floor;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many documents were written per collection, and records sent per topic, since the start. Thread-safe. */
final class Tally {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** @param what a collection, or the stem of a topic */
    void add(String what, long number) {
        counts.computeIfAbsent(what, any -> new LongAdder()).add(number);
    }

    long of(String what) {
        var count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    /** {@code name=count} for each, separated by blanks, in the order of the names. */
    String line() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getKey() + "=" + count.getValue().sum())
                .collect(joining(" "));
    }
}
