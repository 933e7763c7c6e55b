package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread of an instance that takes one run after another and walks its steps. An outage is waited out; a run that fails
 * for another reason is given up, as the services' own drivers do.
 */
final class Job {

    private final Node node;
    private final String name;
    private final Supplier<@Nullable BatchRun> next;
    private final Runnable ended;
    private @Nullable BatchRun run;

    /**
     * @param next the run to begin with, or null where there is nothing to do
     * @param ended is told when a run is over or given up
     */
    Job(Node node, String name, Supplier<@Nullable BatchRun> next, Runnable ended) {
        this.node = node;
        this.name = name;
        this.next = next;
        this.ended = ended;
    }

    boolean busy() {
        return run != null;
    }

    void begin(BatchRun begun) {
        run = begun;
    }

    /** @return whether there was something to do */
    boolean step() {
        if (run == null) {
            run = next.get();
        }
        var current = run;
        if (current == null) {
            return false;
        }
        try {
            boolean more = current.step();
            node.trace(() -> name + " " + node.faults().last());
            if (!more) {
                over();
            }
        } catch (OutageException e) {
            node.trace(() -> name + " waits: " + e.getMessage());
        } catch (RuntimeException e) {
            node.threw(name, e);
            giveUp();
        }
        return true;
    }

    /** Stops between two steps. */
    void giveUp() {
        if (run != null) {
            run.abandoned();
            over();
        }
    }

    private void over() {
        run = null;
        ended.run();
    }
}
