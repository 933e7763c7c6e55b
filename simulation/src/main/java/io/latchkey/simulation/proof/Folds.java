package io.latchkey.simulation.proof;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.StoreModel.Written;
import io.latchkey.simulation.world.Aggregates;
import io.latchkey.simulation.world.Decided;
import io.latchkey.simulation.world.Facts.Appended;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The state of every aggregate is the fold of its input: each record that was applied was applied once, in its partition's
 * order, to the state that the one before had left, and decided as the rules decide it; and nothing that could be read was
 * left out.
 */
final class Folds implements Invariant {

    private static final String TICKS = Service.name(Topic.REGISTRATION_TICKS);

    /** What each service reacts to of what others tell. */
    private static final Map<Service, Set<Class<?>>> HEEDED = Map.of(
            Service.REGISTRATION,
            Set.of(CodeVerified.class, GuessesExhausted.class),
            Service.VERIFICATION,
            Set.of(AccountProvisioned.class, AccountErased.class, MethodRegistered.class, MethodRemoved.class));

    @Override
    public Stream<String> violations(World world, Story story) {
        var databases = world.databases();
        return Stream.concat(
                new Fold<>(world, Service.REGISTRATION, databases.registration()).violations(),
                new Fold<>(world, Service.VERIFICATION, databases.verification()).violations());
    }

    private static final class Fold<S, C, O> {

        private final World world;
        private final Service service;
        private final Aggregates<S, C, O> aggregates;
        private final List<String> violations = new ArrayList<>();
        private final Map<String, @Nullable S> states = new HashMap<>();
        private final Map<String, Long> offsets = new HashMap<>();
        private final Set<String> places = new HashSet<>();
        private final Set<UUID> applied = new HashSet<>();
        private @Nullable Set<String> erased;

        private Fold(World world, Service service, Aggregates<S, C, O> aggregates) {
            this.world = world;
            this.service = service;
            this.aggregates = aggregates;
        }

        private Stream<String> violations() {
            aggregates.store().timeline().forEach(this::follow);
            aggregates.store().documents().forEach(this::compare);
            if (!world.facts().wasRestored(Service.REGISTRATION)) {
                leftOut();
            }
            return violations.stream();
        }

        private void follow(Written<S, List<Decided<S, C, O>>> written) {
            var key = written.document().key();
            for (var decided : written.note()) {
                follow(key, decided);
            }
            check(
                    Objects.equals(states.get(key), written.document().state()),
                    () -> service + " wrote " + written.document() + " with a state that no decision led to");
        }

        private void follow(String key, Decided<S, C, O> decided) {
            var input = decided.input();
            check(
                    Objects.equals(states.get(key), decided.state()),
                    () -> service + " decided " + input + " of " + key + " on a state that is not the one before it");
            var partition = key + " " + input.partition().id();
            check(
                    places.add(partition + "@" + input.offset()) || tickRedriven(input),
                    () -> service + " applied " + input + " of " + key + " twice");
            check(
                    offsets.getOrDefault(partition, -1L) < input.offset() || world.operatorHad(input),
                    () -> service + " applied " + input + " of " + key + " too late");
            offsets.merge(partition, input.offset(), Math::max);
            var decision = aggregates
                    .decider(tenant -> decided.policy())
                    .decide(decided.state(), decided.command(), decided.context());
            check(
                    decision.equals(decided.decision()),
                    () -> service + " decided " + input + " of " + key + " otherwise than the rules");
            states.put(key, decided.decision().next());
            remember(input);
        }

        /** A tick has no repeats: one that comes again is judged again, and the state knows what was told. */
        private boolean tickRedriven(InputRecord input) {
            return input.partition().topic().equals(TICKS) && world.operatorHad(input);
        }

        private void compare(String key, AggregateDocument<S> document) {
            check(
                    Objects.equals(states.get(key), document.state()),
                    () -> service + " holds of " + key + " a state that is not the fold of its input");
        }

        private void remember(InputRecord input) {
            var value = world.decode(input);
            if (value != null) {
                applied.add(identity(value));
            }
        }

        /** Commands are looked after by their replies; what other services tell has none. */
        private void leftOut() {
            var heeded = world.facts().appended().stream().filter(this::heeded).toList();
            Set<UUID> excused = new HashSet<>(applied);
            heeded.stream()
                    .filter(appended -> world.facts().perhapsLost(service, appended.record()) || refused(appended))
                    .forEach(appended -> excused.add(identity(appended)));
            heeded.stream()
                    .filter(appended -> excused.add(identity(appended)))
                    .forEach(appended -> violations.add(service + " never applied " + appended.record()));
        }

        /** What failed once is not redriven into what comes after an erasure. */
        private boolean refused(Appended appended) {
            return world.operatorHad(appended.record()) && erased().contains(account(appended));
        }

        private Set<String> erased() {
            if (erased == null) {
                erased = world.facts().appended().stream()
                        .filter(appended -> appended.value() instanceof AccountErased)
                        .map(Fold::account)
                        .collect(toSet());
            }
            return erased;
        }

        private static String account(Appended appended) {
            var metadata =
                    (EventMetadata) Objects.requireNonNull(appended.value()).get(0);
            return metadata.getTenantId() + "/" + metadata.getUserId();
        }

        private static UUID identity(Appended appended) {
            return identity(Objects.requireNonNull(appended.value()));
        }

        private boolean heeded(Appended appended) {
            var value = appended.value();
            return value != null && HEEDED.getOrDefault(service, Set.of()).contains(value.getClass());
        }

        private static UUID identity(SpecificRecord value) {
            return switch (value.get(0)) {
                case EventMetadata event -> event.getEventId();
                case CommandMetadata command -> command.getCommandId();
                default -> throw new IllegalStateException("every record says what it is");
            };
        }

        private void check(boolean holds, Supplier<String> otherwise) {
            if (!holds) {
                violations.add(otherwise.get());
            }
        }
    }
}
