package io.latchkey.operations.dlt;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** So many a second at most, evenly. */
final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    Pace(int perSecond) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Returns when the next one may go. */
    void await() {
        long due = Math.max(next, System.nanoTime() - interval);
        while (due - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        next = due + interval;
    }
}
