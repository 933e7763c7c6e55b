package io.latchkey.bench.run;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import java.util.EnumMap;
import java.util.Map;

/** Which accounts are there on each side, and which of them have not enrolled yet. */
final class Accounts {

    private final Machine machine;
    private final Map<Side, Integer> made = new EnumMap<>(Side.class);
    private final Map<Side, Integer> used = new EnumMap<>(Side.class);

    Accounts(Machine machine) {
        this.machine = machine;
        for (var side : Side.values()) {
            made.put(side, 0);
            used.put(side, 0);
        }
    }

    /** Makes what is missing until this many can enrol. */
    void provide(Side side, int fresh) {
        int from = made.get(side);
        int to = used.get(side) + fresh;
        if (to > from) {
            switch (side) {
                case FLOOR -> machine.floor().preload(from, to);
                case PIPELINE -> machine.preload(from, to);
            }
            made.put(side, to);
        }
    }

    /** The first that has not enrolled. */
    int next(Side side) {
        return used.get(side);
    }

    /** @param next the first that has not */
    void used(Side side, int next) {
        used.put(side, next);
    }

    int left(Side side) {
        return made.get(side) - used.get(side);
    }
}
