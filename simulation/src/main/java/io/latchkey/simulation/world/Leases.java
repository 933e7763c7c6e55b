package io.latchkey.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Who sweeps a service alone, and until when by its own clock. */
final class Leases {

    private final Map<Service, Lease> leases = new EnumMap<>(Service.class);

    private record Lease(String holder, Instant until) {}

    /** @return whether it holds the lease from now on */
    boolean take(Node node, Duration lasts) {
        var now = node.clock().instant();
        var taken = leases.merge(
                node.service(),
                new Lease(node.run(), now.plus(lasts)),
                (held, wanted) ->
                        held.holder().equals(wanted.holder()) || !held.until().isAfter(now) ? wanted : held);
        return taken.holder().equals(node.run());
    }
}
