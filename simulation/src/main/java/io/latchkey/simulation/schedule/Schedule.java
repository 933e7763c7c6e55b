package io.latchkey.simulation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Everything that happens in one run until all is healed. */
public record Schedule(List<Action> actions) {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 420;
    private static final int NUMBERS = 1 << 20;

    public Schedule {
        actions = List.copyOf(actions);
    }

    /**
     * The schedule of a seed. Each has faults of some kinds only, and more or fewer of them, so that rare ones are not
     * always drowned by the frequent.
     */
    public static Schedule of(long seed) {
        var random = new SplittableRandom(seed);
        var deck = deck(random);
        int length = random.nextInt(SHORTEST, LONGEST);
        var actions = new ArrayList<Action>(length);
        for (int i = 0; i < length; i++) {
            var kind = deck.get(random.nextInt(deck.size()));
            actions.add(
                    new Action(kind, random.nextInt(NUMBERS), random.nextInt(NUMBERS), random.nextInt(NUMBERS)));
        }
        return new Schedule(actions);
    }

    /** The seed of one of many schedules; the first has the seed that all are drawn from. */
    public static long seed(long base, long index) {
        return index == 0 ? base : new SplittableRandom(base + index * 0x9e3779b97f4a7c15L).nextLong();
    }

    private static List<Kind> deck(SplittableRandom random) {
        boolean calm = random.nextInt(8) == 0;
        var deck = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            int copies = kind.weight();
            if (kind.fault()) {
                copies = calm || random.nextInt(3) == 0 ? 0 : copies * (1 + random.nextInt(3));
            }
            for (int i = 0; i < copies; i++) {
                deck.add(kind);
            }
        }
        return deck;
    }
}
