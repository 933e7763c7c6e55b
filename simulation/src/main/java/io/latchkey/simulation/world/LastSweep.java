package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.Store.Swept;
import java.time.Instant;
import java.util.List;

/** Lets every document be visited once more, after all that has happened. */
final class LastSweep {

    private static final int MOST_PAGES = 20;

    private final World world;

    LastSweep(World world) {
        this.world = world;
    }

    void sweep() {
        sweep(Service.REGISTRATION);
        sweep(Service.VERIFICATION);
    }

    private void sweep(Service service) {
        var from = world.now();
        for (int pages = 0; pages < MOST_PAGES && !swept(service, from); pages++) {
            world.pass(Sweeping.PACE.interval());
            instances(service).forEach(this::page);
        }
    }

    private List<Node> instances(Service service) {
        return world.nodes().stream().filter(node -> node.service() == service).toList();
    }

    private void page(Node node) {
        while (node.sweep()) {
            world.stepped();
        }
    }

    private boolean swept(Service service, Instant from) {
        var place = place(service);
        return place.after() == null && !place.began().isBefore(from);
    }

    private Swept place(Service service) {
        return switch (service) {
            case REGISTRATION -> world.databases().registration().store().swept();
            case VERIFICATION -> world.databases().verification().store().swept();
            case NOTIFICATION -> Swept.NEVER;
        };
    }
}
