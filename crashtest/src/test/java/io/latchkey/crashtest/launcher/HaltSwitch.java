package io.latchkey.crashtest.launcher;

import io.latchkey.crashtest.fault.HaltingPoint;
import io.latchkey.crashtest.process.Instance;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where this process is to halt, and how often it may come by before. */
final class HaltSwitch {

    private record Armed(HaltingPoint point, int passages) {}

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

    /** @param passages at the last of which it halts */
    void arm(HaltingPoint point, int passages) {
        armed.set(new Armed(point, passages));
    }

    void disarm() {
        armed.set(null);
    }

    /** Halts here if this is the place and the time: no shutdown hook, no flush, no good-bye. */
    void passing(HaltingPoint point) {
        if (isLastPassage(point)) {
            halt();
        }
    }

    /** Whether {@link #halt} is to follow. Counts a passage otherwise. */
    boolean isLastPassage(HaltingPoint point) {
        var before = armed.getAndUpdate(now -> now == null || now.point() != point || now.passages() <= 1
                ? now
                : new Armed(point, now.passages() - 1));
        return before != null && before.point() == point && before.passages() <= 1;
    }

    void halt() {
        Runtime.getRuntime().halt(Instance.HALTED);
    }
}
