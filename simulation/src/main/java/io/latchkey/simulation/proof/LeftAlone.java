package io.latchkey.simulation.proof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.simulation.model.ProviderModel.Call;
import io.latchkey.simulation.proof.Story.Told;
import io.latchkey.simulation.world.Facts.Stage;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of an erased account registration tells nothing but refusals until it is provisioned again, and no reminder, notice or
 * code of it goes out that notification began when it knew.
 */
final class LeftAlone implements Invariant {

    @Override
    public Stream<String> violations(World world, Story story) {
        var told = world.facts().wasRestored(Service.REGISTRATION) ? Stream.<String>of() : told(story);
        var sent = world.facts().wasRestored(Service.NOTIFICATION) ? Stream.<String>of() : sent(world);
        return Stream.concat(told, sent);
    }

    private static Stream<String> told(Story story) {
        Set<AggregateKey> erased = new HashSet<>();
        return story.events().stream()
                .filter(told -> told.record().partition().topic().equals(Story.OF_REGISTRATION))
                .filter(told -> !allowed(told, erased))
                .map(told -> told + " is told of an account that is erased");
    }

    private static boolean allowed(Told told, Set<AggregateKey> erased) {
        return switch (told.value()) {
            case AccountErased any -> erased.add(told.account());
            case AccountProvisioned any -> erased.remove(told.account()) || true;
            case CommandRejected any -> true;
            default -> !erased.contains(told.account());
        };
    }

    /** Whoever starts an attempt looks once more what is known before the call. */
    private static Stream<String> sent(World world) {
        var called = world.providers().ledger().stream().map(Call::notification).collect(toSet());
        var attempts = world.facts().notifications().stream()
                .filter(stage -> stage.notification() instanceof Started)
                .collect(groupingBy(
                        stage -> stage.notification().id(),
                        LinkedHashMap<UUID, List<Stage>>::new,
                        Collectors.toList()));
        return attempts.entrySet().stream()
                .filter(entry -> called.contains(entry.getKey()))
                .filter(entry -> entry.getValue().stream().allMatch(LeftAlone::pointless))
                .map(entry -> entry.getKey() + " was sent although its account was known to be erased");
    }

    private static boolean pointless(Stage stage) {
        var erasure = stage.erasure();
        return erasure != null
                && stage.notification() instanceof Started started
                && !began(started.message()).isAfter(erased(started.message(), erasure));
    }

    /** By log time, what the message follows from; whoever was in the account is told of its erasure all the same. */
    private static Instant began(Message message) {
        return switch (message.content()) {
            case Content.Code code -> code.requestedAt();
            case Content.Notice notice when notice.change() == Content.Change.ERASED -> Instant.MAX;
            case Content other -> message.cause().at();
        };
    }

    /** A code is asked for by a command, as the erasure is; the others follow from events. */
    private static Instant erased(Message message, Erasure erasure) {
        return message.content() instanceof Content.Code
                ? erasure.askedAt()
                : erasure.cause().at();
    }
}
