package io.latchkey.simulation.proof;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.simulation.world.Aggregates;
import io.latchkey.simulation.world.Facts.Appended;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whatever other services told was applied, if it could be read, and not only redriven after its account was erased or
 * another had taken its place.
 * Commands are looked after by their replies.
 */
final class LeftOut implements Invariant {

    private static final Set<Class<?>> REGISTRATION_HEEDS = Set.of(CodeVerified.class, GuessesExhausted.class);
    private static final Set<Class<?>> VERIFICATION_HEEDS =
            Set.of(AccountProvisioned.class, AccountErased.class, MethodRegistered.class, MethodRemoved.class);

    @Override
    public Stream<String> violations(World world, Story story) {
        var databases = world.databases();
        return world.facts().wasRestored(Service.REGISTRATION)
                ? Stream.of()
                : Stream.concat(
                        leftOut(world, Service.REGISTRATION, databases.registration(), REGISTRATION_HEEDS),
                        leftOut(world, Service.VERIFICATION, databases.verification(), VERIFICATION_HEEDS));
    }

    private static Stream<String> leftOut(
            World world, Service service, Aggregates<?, ?, ?> aggregates, Set<Class<?>> heeds) {
        var heeded = world.facts().appended().stream()
                .filter(appended -> appended.value() != null
                        && heeds.contains(appended.value().getClass()))
                .toList();
        var excused = applied(world, aggregates);
        var ended = ended(world);
        heeded.stream()
                .filter(appended -> world.facts().perhapsLost(service, appended.record())
                        || (ended.contains(account(appended)) && world.operatorHad(appended.record())))
                .forEach(appended -> excused.add(id(appended)));
        return heeded.stream()
                .filter(appended -> excused.add(id(appended)))
                .map(appended -> service + " never applied " + appended.record());
    }

    private static Set<UUID> applied(World world, Aggregates<?, ?, ?> aggregates) {
        Set<UUID> applied = new HashSet<>();
        aggregates.store().timeline().stream()
                .flatMap(written -> written.note().stream())
                .forEach(decided -> add(world, decided.input(), applied));
        return applied;
    }

    private static void add(World world, InputRecord input, Set<UUID> applied) {
        var value = world.decode(input);
        if (value != null && value.get(0) instanceof EventMetadata event) {
            applied.add(event.getEventId());
        }
    }

    private static Set<AggregateKey> ended(World world) {
        return world.facts().appended().stream()
                .filter(appended -> appended.value() instanceof AccountErased
                        || (appended.value() instanceof AccountProvisioned account && account.getGeneration() > 1))
                .map(LeftOut::account)
                .collect(toSet());
    }

    private static AggregateKey account(Appended appended) {
        var event = event(appended);
        return new AggregateKey(event.getTenantId(), event.getUserId());
    }

    private static UUID id(Appended appended) {
        return event(appended).getEventId();
    }

    private static EventMetadata event(Appended appended) {
        return (EventMetadata) Objects.requireNonNull(appended.value()).get(0);
    }
}
