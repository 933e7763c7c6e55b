package io.latchkey.embedded.demo;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/** How it ended, as counted at the end. */
record Verdict(List<Count> counts) {

    boolean ok() {
        return counts.stream().allMatch(Count::ok);
    }

    String line() {
        return ok()
                ? "demo: ok " + told(Count::was)
                : "demo: failed " + told(Count::was) + "; expected " + told(Count::wanted);
    }

    private String told(Function<Count, String> words) {
        return counts.stream().map(words).collect(joining(", "));
    }
}
