package io.latchkey.bench.run;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** Which accounts are there on each side, and which of them have not enrolled yet. */
final class Accounts {

    private static final int AT_ONCE = 40_000;

    private final Machine machine;
    private final Map<Side, Range> ranges;

    /** @param from the first of them, by number */
    Accounts(Machine machine, int from) {
        this.machine = machine;
        this.ranges = Arrays.stream(Side.values()).collect(toUnmodifiableMap(side -> side, _ -> new Range(from)));
    }

    private static final class Range {
        private int used;
        private int made;

        Range(int from) {
            used = from;
            made = from;
        }
    }

    /** Makes what is missing until this many can enrol, and some more: what makes them takes a while to start. */
    void provide(Side side, int fresh) {
        var range = range(side);
        if (range.used + fresh > range.made) {
            int to = range.used + Math.max(fresh, AT_ONCE);
            switch (side) {
                case FLOOR -> machine.floor().preload(range.made, to);
                case PIPELINE -> machine.preload(range.made, to);
            }
            range.made = to;
        }
    }

    /** The first that has not enrolled. */
    int next(Side side) {
        return range(side).used;
    }

    /** @param next the first that has not */
    void used(Side side, int next) {
        range(side).used = next;
    }

    private Range range(Side side) {
        return Objects.requireNonNull(ranges.get(side));
    }
}
