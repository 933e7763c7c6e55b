package io.latchkey.simulation.world;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** How often each fault met each step, and how often each type of record was told. */
public final class Coverage {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Long> records = new TreeMap<>();

    void count(String fault, String step) {
        counts.computeIfAbsent(fault, any -> new TreeMap<>()).merge(step, 1L, Long::sum);
    }

    void count(SpecificRecord record) {
        records.merge(record.getSchema().getName(), 1L, Long::sum);
    }

    public Coverage copy() {
        var copy = new Coverage();
        copy.add(this);
        return copy;
    }

    public void add(Coverage other) {
        other.counts.forEach((fault, steps) -> steps.forEach((step, count) ->
                counts.computeIfAbsent(fault, any -> new TreeMap<>()).merge(step, count, Long::sum)));
        other.records.forEach((type, count) -> records.merge(type, count, Long::sum));
    }

    /** By fault, then by step. */
    public Map<String, Map<String, Long>> counts() {
        return counts;
    }

    /** By type of record, repeats included. */
    public Map<String, Long> records() {
        return records;
    }
}
