package io.latchkey.simulation.proof;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.StoreModel.Written;
import io.latchkey.simulation.world.Aggregates;
import io.latchkey.simulation.world.Decided;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of every aggregate is the fold of its input: each record that was applied was applied once, in its partition's
 * order, to the state that the one before had left, and decided as the rules decide it.
 */
final class Folds implements Invariant {

    private static final String TICKS = Service.name(Topic.REGISTRATION_TICKS);

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

        private Fold(World world, Service service, Aggregates<S, C, O> aggregates) {
            this.world = world;
            this.service = service;
            this.aggregates = aggregates;
        }

        private Stream<String> violations() {
            aggregates.store().timeline().forEach(this::follow);
            aggregates.store().documents().forEach(this::compare);
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

        private void check(boolean holds, Supplier<String> otherwise) {
            if (!holds) {
                violations.add(otherwise.get());
            }
        }
    }
}
