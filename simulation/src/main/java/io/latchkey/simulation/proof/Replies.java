package io.latchkey.simulation.proof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.proof.Story.Told;
import io.latchkey.simulation.world.Facts.Intent;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every command id has exactly one final reply, after at most one retriable one for each time that it was published; what
 * is gone from the log unread may have none. After a restore that lets a command be judged by another state than before,
 * only the loss counts.
 */
final class Replies implements Invariant {

    /** A command id within the service that judges it. */
    private record Asked(Service service, AggregateKey account, UUID commandId) {}

    @Override
    public Stream<String> violations(World world, Story story) {
        var replies = replies(story);
        var intents =
                world.facts().intents().stream().collect(groupingBy(Replies::asked, LinkedHashMap::new, toList()));
        return intents.entrySet().stream()
                .flatMap(entry -> violations(
                        world, entry.getKey(), entry.getValue(), replies.getOrDefault(entry.getKey(), List.of())));
    }

    private static Stream<String> violations(World world, Asked asked, List<Intent> intents, List<Told> replies) {
        if (replies.isEmpty()) {
            boolean lost =
                    intents.stream().allMatch(intent -> world.facts().perhapsLost(asked.service(), intent.record()));
            return lost ? Stream.of() : Stream.of(asked + " has no reply");
        }
        if (world.facts().wasRestored(asked.service())) {
            return Stream.of();
        }
        var last = replies.getLast();
        return replies.stream()
                .filter(reply -> !retriable(reply) && reply != last)
                .map(reply -> asked + " has a final reply and another after it: " + reply + ", " + last);
    }

    private static Map<Asked, List<Told>> replies(Story story) {
        var replies = new LinkedHashMap<Asked, List<Told>>();
        for (var told : story.events()) {
            var commandId = told.metadata().getCommandId();
            if (commandId != null) {
                replies.computeIfAbsent(new Asked(teller(told), told.account(), commandId), any -> new ArrayList<>())
                        .add(told);
            }
        }
        return replies;
    }

    private static Asked asked(Intent intent) {
        boolean verification = intent.record().partition().topic().equals(Service.name(Topic.VERIFICATION_COMMANDS));
        return new Asked(
                verification ? Service.VERIFICATION : Service.REGISTRATION, intent.account(), intent.commandId());
    }

    private static Service teller(Told told) {
        return told.record().partition().topic().equals(Story.OF_REGISTRATION)
                ? Service.REGISTRATION
                : Service.VERIFICATION;
    }

    static boolean retriable(Told told) {
        return switch (told.value()) {
            case CommandRejected rejected -> rejected.getRetriable();
            case CodeRejected rejected -> rejected.getRetriable();
            default -> false;
        };
    }
}
