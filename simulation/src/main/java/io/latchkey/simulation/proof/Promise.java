package io.latchkey.simulation.proof;

import io.latchkey.simulation.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that must hold, by its name. Another one is a line here. Numbers are those of the design. */
public final class Promise {

    private static final Map<String, Invariant> ALL = new LinkedHashMap<>();

    static {
        ALL.put("1 one reply per command", new Replies());
        ALL.put("1 no outcome lost", new Deliveries());
        ALL.put("2, 8 one live code, which proves once", new Codes());
        ALL.put("3, 4 sends", new Sends());
        ALL.put("5 sequences", new Sequences());
        ALL.put("6 guesses", new Guesses());
        ALL.put("7 state is the fold of the input", new Folds());
        ALL.put("7 nothing left out", new LeftOut());
        ALL.put("7 decided again, decided the same", new Repeatable());
        ALL.put("10 rest after healing", new Rest());
        ALL.put("10 dead letters", new DeadLetterCount());
        ALL.put("11 one announcement per due date", new Dues());
        ALL.put("11 reminders in their time", new Reminders());
        ALL.put("12 last values", new LastValues());
        ALL.put("13 nothing kept of the erased", new Erasures());
        ALL.put("13 erased accounts left alone", new LeftAlone());
    }

    private Promise() {}

    /** A violation of one invariant. */
    public record Violation(String invariant, String what) {
        @Override
        public String toString() {
            return invariant + ": " + what;
        }
    }

    public static List<Violation> violations(World world) {
        var story = Story.of(world.facts());
        return ALL.entrySet().stream()
                .flatMap(entry -> violations(entry, world, story))
                .toList();
    }

    private static Stream<Violation> violations(Map.Entry<String, Invariant> entry, World world, Story story) {
        return entry.getValue().violations(world, story).map(what -> new Violation(entry.getKey(), what));
    }
}
