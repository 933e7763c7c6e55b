package io.latchkey.registration.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Gives answers after a time that tells nothing of the work: at the next whole multiple of a beat, and at random up to an
 * eighth of one later.
 */
final class EvenPace {

    static final Machine MACHINE = new Machine() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    private static final int JITTER = 8;

    private final SecureRandom random = new SecureRandom();
    private final long beat;
    private final Machine machine;

    EvenPace(Duration beat, Machine machine) {
        this.beat = beat.toNanos();
        this.machine = machine;
    }

    /** What time is taken from; parking may end early. */
    interface Machine {

        long nanoTime();

        void park(long nanos);
    }

    /** Also where the work fails. */
    <T> T take(Supplier<T> work) {
        long began = machine.nanoTime();
        try {
            return work.get();
        } finally {
            await(began + due(machine.nanoTime() - began));
        }
    }

    private long due(long elapsed) {
        return Math.ceilDiv(Math.max(elapsed, 1), beat) * beat + random.nextLong(beat / JITTER + 1);
    }

    private void await(long at) {
        for (long left = at - machine.nanoTime(); left > 0; left = at - machine.nanoTime()) {
            machine.park(left);
        }
    }
}
