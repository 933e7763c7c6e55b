package io.latchkey.simulation.proof;

import static java.util.stream.Collectors.groupingBy;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.simulation.proof.Story.Told;
import io.latchkey.simulation.world.Rules;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Wrong guesses that were evaluated never exceed the budget, of a method nor of a user, however many were made at once. */
final class Guesses implements Invariant {

    @Override
    public Stream<String> violations(World world, Story story) {
        if (world.facts().wasRestored(Service.VERIFICATION)) {
            return Stream.of();
        }
        var wrong = story.events().stream().filter(Guesses::wrong).toList();
        var ofMethods = wrong.stream().collect(groupingBy(Guesses::method));
        var lives = lives(story);
        var ofUsers = wrong.stream()
                .collect(groupingBy(told -> new User(told.account(), lives.getOrDefault(method(told), 0L))));
        return Stream.concat(
                ofMethods.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > Rules.GUESSES.perMethod())
                        .map(entry -> entry.getValue().size() + " wrong guesses at method " + entry.getKey()),
                ofUsers.entrySet().stream().flatMap(entry -> ofUser(entry.getKey(), entry.getValue())));
    }

    /** Another account under the same id is another person's. */
    private record User(AggregateKey account, long life) {}

    /** The life of the account that each method was registered in. */
    private static Map<UUID, Long> lives(Story story) {
        var lives = new Lives();
        Map<UUID, Long> ofMethods = new HashMap<>();
        for (var told : story.events()) {
            long life = lives.after(told);
            if (told.value() instanceof MethodRegistered method) {
                ofMethods.put(method.getMethodId(), life);
            }
        }
        return ofMethods;
    }

    private static UUID method(Told told) {
        return ((CodeRejected) told.value()).getMethodId();
    }

    /** Within every window that ends with a guess. */
    private static Stream<String> ofUser(User user, List<Told> wrong) {
        return wrong.stream()
                .filter(last -> within(wrong, last) > Rules.GUESSES.perUser())
                .map(last -> within(wrong, last) + " wrong guesses of "
                        + user.account().value() + " up to " + last);
    }

    /** By log time, as the service counts; the broker's clock may have gone back in between. */
    private static long within(List<Told> wrong, Told last) {
        var to = last.metadata().getOccurredAt();
        var from = to.minus(Rules.GUESSES.userWindow());
        return wrong.stream()
                .map(told -> told.metadata().getOccurredAt())
                .filter(at -> at.isAfter(from) && !at.isAfter(to))
                .count();
    }

    private static boolean wrong(Told told) {
        return told.value() instanceof CodeRejected rejected && rejected.getReason() == CodeRejectionReason.WRONG_CODE;
    }
}
