package io.latchkey.simulation;

import io.latchkey.simulation.world.Coverage;
import io.latchkey.simulation.world.Port;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each fault met each step, and what was told, for people. A step is named after the call that an instance made
 * last.
 */
final class CoverageTable {

    private static final String ANY = "any";
    private static final String NEVER = ".";

    private CoverageTable() {}

    static String of(Coverage coverage) {
        var faults = new LinkedHashMap<String, Map<String, Long>>();
        coverage.counts().forEach((fault, steps) -> faults.put(fault, byPort(steps)));
        var met = Arrays.stream(Port.values())
                .map(Port::name)
                .filter(port -> faults.values().stream().anyMatch(steps -> steps.containsKey(port)))
                .toList();
        return matrix(faults, met) + "\nat no step in particular: " + anywhere(faults) + "\n" + "records: "
                + records(coverage) + "\n";
    }

    private static String records(Coverage coverage) {
        return coverage.records().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Alike for all services. */
    private static Map<String, Long> byPort(Map<String, Long> steps) {
        var ports = new TreeMap<String, Long>();
        steps.forEach((step, count) -> ports.merge(step.substring(step.lastIndexOf(' ') + 1), count, Long::sum));
        return ports;
    }

    private static String matrix(Map<String, Map<String, Long>> faults, List<String> met) {
        var head = "%-16s".formatted("fault, at step") + cells(met);
        var rows = faults.entrySet().stream()
                .filter(entry -> !entry.getValue().containsKey(ANY))
                .map(entry -> "%-16s".formatted(entry.getKey())
                        + cells(met.stream()
                                .map(port -> count(entry.getValue(), port))
                                .toList()));
        return head + "\n" + rows.collect(Collectors.joining("\n"));
    }

    private static String count(Map<String, Long> steps, String port) {
        var count = steps.get(port);
        return count == null ? NEVER : Long.toString(count);
    }

    private static String cells(List<String> texts) {
        return texts.stream().map("%9s"::formatted).collect(Collectors.joining());
    }

    private static String anywhere(Map<String, Map<String, Long>> faults) {
        return faults.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(ANY))
                .map(entry -> entry.getKey() + " " + entry.getValue().get(ANY))
                .collect(Collectors.joining(", "));
    }
}
