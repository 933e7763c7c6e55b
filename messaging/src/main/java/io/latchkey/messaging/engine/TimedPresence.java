package io.latchkey.messaging.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lasts for a time after each confirmation, by a clock that nobody can turn. Thread-safe. */
public final class TimedPresence implements Presence {

    private final long nanos;
    private final LongSupplier clock;
    private volatile long confirmed;

    /** @param lasts shorter than the time after which somebody else takes over */
    public TimedPresence(Duration lasts) {
        this(lasts, System::nanoTime);
    }

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    TimedPresence(Duration lasts, LongSupplier clock) {
        this.nanos = lasts.toNanos();
        this.clock = clock;
        this.confirmed = clock.getAsLong();
    }

    @Override
    public void confirm() {
        confirmed = clock.getAsLong();
    }

    @Override
    public boolean confirmed() {
        return clock.getAsLong() - confirmed < nanos;
    }
}
