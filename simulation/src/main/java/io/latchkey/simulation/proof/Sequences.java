package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.simulation.proof.Story.Told;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sequence of an aggregate on a topic has no gap within its epoch and first appears in order; every repeat of an event
 * is the same to the byte.
 */
final class Sequences implements Invariant {

    /** @param notification null for events of accounts */
    private record Line(String topic, AggregateKey account, Instant epoch, String notification) {}

    @Override
    public Stream<String> violations(World world, Story story) {
        return Stream.concat(order(world, story), bytes(world, story));
    }

    private static Stream<String> order(World world, Story story) {
        var violations = new ArrayList<String>();
        Map<Line, Long> last = new HashMap<>();
        for (var told : story.events()) {
            long before = last.getOrDefault(line(told), 0L);
            long sequence = told.metadata().getSequence();
            last.put(line(told), Math.max(before, sequence));
            if (sequence != before + 1 && !changedByRestore(world, told)) {
                violations.add(told + " has sequence " + sequence + " after " + before);
            }
        }
        return violations.stream();
    }

    private static Line line(Told told) {
        var notification = told.value().getSchema().getField("notificationId");
        return new Line(
                told.record().partition().topic(),
                told.account(),
                told.metadata().getEpoch(),
                notification == null ? "" : told.value().get(notification.pos()).toString());
    }

    private static Stream<String> bytes(World world, Story story) {
        return story.repeats().stream()
                .filter(repeat -> !repeat.again().value().equals(repeat.first().value()))
                .filter(repeat -> !changedByRestore(world, repeat.again()))
                .map(repeat -> repeat.again() + " says something else than at its first appearance: "
                        + repeat.again().value() + " instead of "
                        + repeat.first().value());
    }

    /** What a restored service, or one that follows it, judged once more. */
    private static boolean changedByRestore(World world, Told told) {
        return world.facts().wasRestored(Service.REGISTRATION)
                || world.facts().wasRestored(Service.VERIFICATION)
                || (world.facts().wasRestored(Service.NOTIFICATION)
                        && told.value().getSchema().getField("notificationId") != null);
    }
}
