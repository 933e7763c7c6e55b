package io.latchkey.embedded.installation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse order, also when that is wanted before all of it has started. */
final class Running implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Running.class);

    private final Progress progress;
    private final Deque<Stoppable> parts = new ArrayDeque<>();
    private boolean stopped;

    private Running(Progress progress) {
        this.progress = progress;
    }

    /** Stops with the JVM at the latest. */
    static Running untilTheEnd(Progress progress) {
        Running running = new Running(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        return running;
    }

    /** One whose end is nobody's news. */
    <T extends AutoCloseable> T addQuietly(T part) {
        return add(new Stoppable("", part), part);
    }

    <T extends AutoCloseable> T add(String name, T part) {
        return add(new Stoppable(name, part), part);
    }

    private synchronized <T> T add(Stoppable stoppable, T part) {
        if (stopped) {
            stoppable.stop();
            throw new StartFailure("stopped while starting");
        }
        parts.push(stoppable);
        return part;
    }

    /** Stops because of a failure, which stays the one that is told. */
    void abandon(RuntimeException failure) {
        log.error("did not start", failure);
        close();
    }

    @Override
    public synchronized void close() {
        stopped = true;
        while (!parts.isEmpty()) {
            Stoppable part = parts.pop();
            part.stop();
            if (!part.name().isEmpty()) {
                progress.say("stopped  " + part.name());
            }
        }
    }

    private record Stoppable(String name, AutoCloseable part) {

        /** One that does not stop as it should must not keep the others from it. */
        void stop() {
            try {
                part.close();
            } catch (Exception e) {
                log.warn("{} did not stop as it should", name, e);
            }
        }
    }
}
