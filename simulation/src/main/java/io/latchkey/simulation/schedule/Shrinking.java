package io.latchkey.simulation.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Cuts a schedule down to what a violation needs: leaves out ever smaller pieces as long as it still fails (delta
 * debugging, after Zeller).
 */
public final class Shrinking {

    private final Predicate<Schedule> fails;
    private final long deadline;

    /** @param patience after which the shortest one found so far will do */
    public Shrinking(Predicate<Schedule> fails, Duration patience) {
        this.fails = fails;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    public Schedule shrink(Schedule failing) {
        var shortest = failing.actions();
        int before;
        do {
            before = shortest.size();
            for (int piece = Math.max(1, shortest.size() / 2); piece >= 1 && inTime(); piece /= 2) {
                shortest = without(shortest, piece);
            }
        } while (shortest.size() < before && inTime());
        return new Schedule(shortest);
    }

    private List<Action> without(List<Action> actions, int piece) {
        var kept = actions;
        int from = kept.size() - piece;
        while (inTime() && from > -piece) {
            var shorter = new ArrayList<>(kept);
            shorter.subList(Math.max(0, from), Math.min(kept.size(), from + piece))
                    .clear();
            if (shorter.size() < kept.size() && fails.test(new Schedule(shorter))) {
                kept = shorter;
            }
            from -= piece;
        }
        return kept;
    }

    private boolean inTime() {
        return System.nanoTime() < deadline;
    }
}
