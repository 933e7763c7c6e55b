package io.latchkey.simulation.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Everything that happens in one run until all is healed. */
public record Schedule(List<Action> actions) {

    private static final int SHORTEST = 100;
    private static final int LONGEST = 900;
    private static final int NUMBERS = 1 << 20;

    /** Of a hundred actions, how many are faults. */
    private static final int[] INTENSITIES = {0, 4, 8, 12, 12, 16, 24};

    public Schedule {
        actions = List.copyOf(actions);
    }

    /**
     * The schedule of a seed. Each has faults of some kinds only, and more or fewer of them, so that rare ones are not
     * always drowned by the frequent, and that much is done in between.
     */
    public static Schedule of(long seed) {
        var random = new SplittableRandom(seed);
        int intensity = INTENSITIES[random.nextInt(INTENSITIES.length)];
        var faults = deck(kind -> kind.fault() && (kind == Kind.FAIL || random.nextInt(3) == 0));
        var progress = deck(kind -> !kind.fault());
        int length = random.nextInt(SHORTEST, LONGEST);
        var actions = new ArrayList<Action>(length);
        for (int i = 0; i < length; i++) {
            var deck = random.nextInt(100) < intensity ? faults : progress;
            var kind = deck.get(random.nextInt(deck.size()));
            actions.add(new Action(kind, random.nextInt(NUMBERS), random.nextInt(NUMBERS), random.nextInt(NUMBERS)));
        }
        return new Schedule(actions);
    }

    /** The seed of one of many schedules; the first has the seed that all are drawn from. */
    public static long seed(long base, long index) {
        return index == 0 ? base : new SplittableRandom(base + index * 0x9e3779b97f4a7c15L).nextLong();
    }

    private static List<Kind> deck(Predicate<Kind> chosen) {
        return Arrays.stream(Kind.values())
                .filter(chosen)
                .flatMap(kind -> Collections.nCopies(kind.weight(), kind).stream())
                .toList();
    }
}
