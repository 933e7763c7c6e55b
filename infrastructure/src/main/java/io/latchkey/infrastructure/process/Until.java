package io.latchkey.infrastructure.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
public final class Until {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private Until() {}

    /** @return whether it came true in time */
    public static boolean isTrue(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return true;
    }

    /** Returns early when interrupted. */
    public static void passed(Duration time) {
        isTrue(time, () -> false);
    }
}
