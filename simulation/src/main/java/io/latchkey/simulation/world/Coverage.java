package io.latchkey.simulation.world;

import java.util.Map;
import java.util.TreeMap;

/** How often each fault met each step. */
public final class Coverage {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    void count(String fault, String step) {
        counts.computeIfAbsent(fault, any -> new TreeMap<>()).merge(step, 1L, Long::sum);
    }

    public Coverage copy() {
        var copy = new Coverage();
        copy.add(this);
        return copy;
    }

    public void add(Coverage other) {
        other.counts.forEach((fault, steps) -> steps.forEach((step, count) ->
                counts.computeIfAbsent(fault, any -> new TreeMap<>()).merge(step, count, Long::sum)));
    }

    /** By fault, then by step. */
    public Map<String, Map<String, Long>> counts() {
        return counts;
    }
}
