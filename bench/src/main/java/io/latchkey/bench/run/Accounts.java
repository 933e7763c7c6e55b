package io.latchkey.bench.run;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** Which accounts are there on each side, and which of them have not enrolled yet. */
final class Accounts {

    private final Machine machine;
    private final Map<Side, Range> ranges =
            Arrays.stream(Side.values()).collect(toUnmodifiableMap(side -> side, _ -> new Range()));

    Accounts(Machine machine) {
        this.machine = machine;
    }

    private static final class Range {
        private int used;
        private int made;
    }

    /** Makes what is missing until this many can enrol. */
    void provide(Side side, int fresh) {
        var range = range(side);
        int to = range.used + fresh;
        if (to > range.made) {
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

    /** How many more accounts enrolled than were made: 0, or what was measured is something else. */
    int missing(Side side) {
        return Math.max(0, range(side).used - range(side).made);
    }

    private Range range(Side side) {
        return Objects.requireNonNull(ranges.get(side));
    }
}
