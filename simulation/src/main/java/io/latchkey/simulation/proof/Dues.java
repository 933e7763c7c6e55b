package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** One ReconfirmDue per due date of an account. */
final class Dues implements Invariant {

    private record Due(AggregateKey account, Instant at) {}

    @Override
    public Stream<String> violations(World world, Story story) {
        Set<Due> dues = new HashSet<>();
        return world.facts().wasRestored(Service.REGISTRATION)
                ? Stream.of()
                : story.events().stream()
                        .filter(told -> told.value() instanceof ReconfirmDue due
                                && !dues.add(new Due(told.account(), due.getDueAt())))
                        .map(told -> told + " announces a due date a second time");
    }
}
