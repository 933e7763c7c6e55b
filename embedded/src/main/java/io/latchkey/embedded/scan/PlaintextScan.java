package io.latchkey.embedded.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for all needles in all haystacks, in every encoding. */
public final class PlaintextScan {

    private final List<Needle> needles;

    public PlaintextScan(List<Needle> needles) {
        this.needles = List.copyOf(needles);
    }

    /** Each needle once per place and encoding; closes the stream. */
    public Set<Finding> of(Stream<Haystack> haystacks) {
        var findings = new TreeSet<>(Comparator.comparing(Finding::toString));
        try (haystacks) {
            haystacks.flatMap(this::findings).forEach(findings::add);
        }
        return findings;
    }

    private Stream<Finding> findings(Haystack haystack) {
        return Reading.of(haystack.bytes())
                .flatMap(reading -> needles.stream()
                        .filter(needle -> needle.isIn(reading.text()))
                        .map(needle ->
                                new Finding(needle.label(), haystack.kind(), haystack.place(), reading.encoding())));
    }
}
