package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.checker.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What really happened: a fault that was wished for and never came is counted apart. */
public final class Incidents {

    private final SortedMap<String, Integer> happened = new TreeMap<>();
    private final List<String> round = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    public synchronized void happened(String fault, String victim) {
        happened.merge(fault, 1, Integer::sum);
        round.add(victim.isEmpty() ? fault : fault + " (" + victim + ")");
    }

    synchronized void missed(String fault, String victim) {
        round.add("never reached: " + fault + " (" + victim + ")");
    }

    synchronized void trouble(Instant from, boolean paused) {
        troubles.add(new Trouble(from, Instant.now(), paused));
    }

    /** A process that ended although nobody ended it. */
    synchronized void unexpected(String what) {
        unexpected.add(what);
    }

    /** Since it was asked last. */
    public synchronized List<String> ofRound() {
        var told = List.copyOf(round);
        round.clear();
        return told;
    }

    public synchronized List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    public synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** How often each fault happened, be it never. */
    public synchronized Map<String, Integer> coverage() {
        var all = new TreeMap<>(happened);
        Deck.titles().forEach(fault -> all.putIfAbsent(fault, 0));
        return all;
    }
}
