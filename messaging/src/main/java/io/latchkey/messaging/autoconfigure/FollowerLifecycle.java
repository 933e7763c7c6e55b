package io.latchkey.messaging.autoconfigure;

import org.springframework.context.SmartLifecycle;

/** Follows a compacted topic while the service runs; begins before the consumers, which need what it says. */
final class FollowerLifecycle implements SmartLifecycle {

    private final Runnable begin;
    private final Runnable end;
    private volatile boolean running;

    FollowerLifecycle(Runnable begin, Runnable end) {
        this.begin = begin;
        this.end = end;
    }

    @Override
    public void start() {
        running = true;
        begin.run();
    }

    @Override
    public void stop() {
        end.run();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
