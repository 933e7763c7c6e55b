package io.latchkey.simulation.proof;

import static java.util.stream.Collectors.groupingBy;

import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.simulation.model.ProviderModel.Call;
import io.latchkey.simulation.world.Facts.Stage;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No attempt is recorded after the message expired by the worker's clock, nor after it was recorded that the message is
 * pointless. Of a notification there are at most two calls that were not definitely refused, and one only where no answer
 * was lost. What a restore has made forgotten is excused.
 */
final class Sends implements Invariant {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @Override
    public Stream<String> violations(World world, Story story) {
        if (world.facts().wasRestored(Service.NOTIFICATION)) {
            return Stream.of();
        }
        var states = world.facts().notifications().stream()
                .filter(stage -> !stage.ended())
                .map(Stage::notification)
                .collect(groupingBy(Notification::id, LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                states.values().stream().flatMap(Sends::started),
                calls(world).entrySet().stream()
                        .flatMap(entry -> called(
                                entry.getKey(), entry.getValue(), states.getOrDefault(entry.getKey(), List.of()))));
    }

    private static LinkedHashMap<UUID, List<Call>> calls(World world) {
        return world.providers().ledger().stream()
                .filter(call -> !call.definitelyRefused())
                .collect(groupingBy(Call::notification, LinkedHashMap::new, Collectors.toList()));
    }

    private static Stream<String> started(List<Notification> states) {
        return IntStream.range(0, states.size())
                .boxed()
                .flatMap(i -> states.get(i) instanceof Started started
                        ? started(states.subList(0, i), started)
                        : Stream.of());
    }

    private static Stream<String> started(List<Notification> before, Started started) {
        var claimedAt = started.lease().until().minus(LEASE);
        if (started.message().expired(claimedAt)) {
            return Stream.of(started.id() + " was started at " + claimedAt + ", after it had expired");
        }
        boolean again = before.stream().noneMatch(state -> sameAttempt(state, started));
        return again && before.stream().anyMatch(Sends::pointless)
                ? Stream.of(started.id() + " was started although it was known to be pointless")
                : Stream.of();
    }

    private static boolean sameAttempt(Notification state, Started started) {
        return state instanceof Started other && other.lease().equals(started.lease());
    }

    private static boolean pointless(Notification state) {
        return state instanceof Forestalled
                || state instanceof Cancelled
                || (state instanceof Started started && started.cancelled() != null);
    }

    private static Stream<String> called(UUID id, List<Call> calls, List<Notification> states) {
        if (calls.size() > 2) {
            return Stream.of(id + " led to " + calls.size() + " calls: " + calls);
        }
        boolean lost = states.stream()
                .anyMatch(state ->
                        state instanceof Known known && known.progress().lost() > 0);
        return calls.size() == 2 && !lost
                ? Stream.of(id + " led to two calls though no answer was lost: " + calls)
                : Stream.of();
    }
}
