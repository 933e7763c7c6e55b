package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.simulation.proof.Story.Told;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One ReconfirmDue per due date of an account, and each of its reminders once; another account under the same id has its own. */
final class Dues implements Invariant {

    /** @param number 1 for the announcement, then that of the reminder */
    private record Due(AggregateKey account, long life, Instant at, int number) {}

    @Override
    public Stream<String> violations(World world, Story story) {
        return world.facts().wasRestored(Service.REGISTRATION) ? Stream.of() : toldTwice(story);
    }

    private static Stream<String> toldTwice(Story story) {
        Set<Due> told = new HashSet<>();
        var lives = new Lives();
        return story.events().stream()
                .filter(event -> due(event, lives.after(event))
                        .filter(due -> !told.add(due))
                        .isPresent())
                .map(event -> event + " tells of a due date a second time");
    }

    private static Optional<Due> due(Told told, long life) {
        return switch (told.value()) {
            case ReconfirmDue due -> Optional.of(new Due(told.account(), life, due.getDueAt(), 1));
            case ReconfirmReminder due -> Optional.of(new Due(told.account(), life, due.getDueAt(), due.getNumber()));
            default -> Optional.empty();
        };
    }
}
