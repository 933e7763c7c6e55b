package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One ReconfirmDue per due date of an account; another account under the same id has due dates of its own. */
final class Dues implements Invariant {

    private record Due(AggregateKey account, long generation, Instant at) {}

    @Override
    public Stream<String> violations(World world, Story story) {
        return world.facts().wasRestored(Service.REGISTRATION) ? Stream.of() : told(story);
    }

    private static Stream<String> told(Story story) {
        Set<Due> dues = new HashSet<>();
        Map<AggregateKey, Long> generations = new HashMap<>();
        return story.events().stream()
                .filter(told -> switch (told.value()) {
                    case AccountProvisioned provisioned -> {
                        generations.put(told.account(), provisioned.getGeneration());
                        yield false;
                    }
                    case ReconfirmDue due ->
                        !dues.add(
                                new Due(told.account(), generations.getOrDefault(told.account(), 0L), due.getDueAt()));
                    default -> false;
                })
                .map(told -> told + " announces a due date a second time");
    }
}
