package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.Presence;
import io.latchkey.messaging.engine.Sweep;
import io.latchkey.messaging.engine.Sweep.Pace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The thread of an instance that sweeps a page now and then, where no other instance does. */
final class Sweeping {

    static final Duration PERIOD = Duration.ofMinutes(10);
    static final Duration LEASE = Duration.ofSeconds(30);

    /** No schedule lasts as long as records are kept: what a sweep collects is for tests of its own. */
    static final Pace PACE = new Pace(PERIOD, Duration.ofMinutes(5), 100, Duration.ofDays(30));

    private final World world;
    private final Node node;
    private final Sweep<?> sweep;
    private final Presence presence;
    private @Nullable BatchRun run;

    Sweeping(World world, Node node, Sweep<?> sweep, Presence presence) {
        this.world = world;
        this.node = node;
        this.sweep = sweep;
        this.presence = presence;
    }

    /**
     * The next action of a page, or the first of one where the lease is free. Whatever goes wrong, the page is begun anew.
     *
     * @return whether there was something to do
     */
    boolean step() {
        var current = run == null ? begin() : run;
        if (current == null) {
            return false;
        }
        try {
            run = current.step() ? current : null;
            node.trace(() -> "sweep " + node.faults().last());
            return run != null;
        } catch (OutageException e) {
            node.trace(() -> "sweep ends its page: " + e.getMessage());
            run = null;
            return false;
        }
    }

    private @Nullable BatchRun begin() {
        if (world.down(node.service(), Port.Part.DATABASE) || !world.leases().take(node, LEASE)) {
            return null;
        }
        presence.confirm();
        return sweep.begin();
    }
}
