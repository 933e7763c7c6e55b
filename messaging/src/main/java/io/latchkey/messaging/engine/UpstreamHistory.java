package io.latchkey.messaging.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.latchkey.messaging.engine.AggregateDocument.Seen;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What an aggregate has applied of upstream events, by the topic they came on. Of one epoch they come in the order of their
 * sequence; a redriven one comes late, and is applied if its own sequence was not.
 */
final class UpstreamHistory {

    /** Of sequences that failed, and of those that were passed over: the latest. */
    static final int LIMIT = 256;

    private final Map<String, Seen> seen;

    UpstreamHistory(Map<String, Seen> seen) {
        this.seen = new HashMap<>(seen);
    }

    boolean repeated(String topic, Origin.Event event, boolean redriven) {
        var last = seen.get(topic);
        if (last == null || event.epoch().isAfter(last.epoch())) {
            return false;
        }
        if (event.epoch().isBefore(last.epoch())) {
            return true;
        }
        return event.sequence() <= last.sequence() && !(redriven && last.open(event.sequence()));
    }

    /** A redriven event is no longer open, and never moves the last one seen backwards. */
    void applied(String topic, Origin.Event event, boolean failed) {
        var last = seen.get(topic);
        if (last == null || !last.epoch().equals(event.epoch())) {
            last = new Seen(event.epoch(), 0, Set.of(), Set.of());
        }
        var failures = without(last.failed(), event.sequence());
        if (failed) {
            failures.add(event.sequence());
        }
        var skipped = without(last.skipped(), event.sequence());
        LongStream.range(Math.max(last.sequence() + 1, event.sequence() - LIMIT), event.sequence())
                .forEach(skipped::add);
        long sequence = Math.max(last.sequence(), event.sequence());
        seen.put(topic, new Seen(event.epoch(), sequence, latest(failures), latest(skipped)));
    }

    /**
     * What is open is so no longer: it belonged to a state that has ended. Of the topic that told of the end, only what came
     * before that is meant.
     *
     * @param before the sequence of the end there
     */
    void close(String topic, long before) {
        seen.replaceAll((any, last) -> any.equals(topic) ? from(last, before) : from(last, Long.MAX_VALUE));
    }

    private static Seen from(Seen last, long first) {
        return new Seen(last.epoch(), last.sequence(), from(last.failed(), first), from(last.skipped(), first));
    }

    private static Set<Long> from(Set<Long> sequences, long first) {
        return sequences.stream().filter(sequence -> sequence >= first).collect(toUnmodifiableSet());
    }

    Map<String, Seen> kept() {
        return seen;
    }

    private static TreeSet<Long> without(Set<Long> sequences, long sequence) {
        var left = new TreeSet<>(sequences);
        left.remove(sequence);
        return left;
    }

    private static Set<Long> latest(TreeSet<Long> sequences) {
        while (sequences.size() > LIMIT) {
            sequences.pollFirst();
        }
        return sequences;
    }
}
