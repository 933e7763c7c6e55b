package io.latchkey.simulation.proof;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.simulation.model.StoreModel.Written;
import io.latchkey.simulation.world.Aggregates;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every outcome that a winning write fixed has appeared on its topic, as the very same bytes, at the latest by the sweep. */
final class Deliveries implements Invariant {

    private record Output(String topic, @Nullable ByteBuffer value) {
        private static Output of(Pending pending) {
            return of(pending.output().topic(), pending.output().value());
        }

        private static Output of(String topic, byte @Nullable [] value) {
            return new Output(topic, value == null ? null : ByteBuffer.wrap(value));
        }
    }

    @Override
    public Stream<String> violations(World world, Story story) {
        var appeared = new HashSet<Output>();
        world.facts()
                .appended()
                .forEach(appended -> appeared.add(Output.of(
                        appended.record().partition().topic(), appended.record().value())));
        return Stream.concat(
                violations(Service.REGISTRATION, world.databases().registration(), appeared),
                violations(Service.VERIFICATION, world.databases().verification(), appeared));
    }

    private static Stream<String> violations(Service service, Aggregates<?, ?, ?> aggregates, Set<Output> appeared) {
        return aggregates.store().timeline().stream()
                .map(Written::document)
                .flatMap(document -> document.pending().stream()
                        .filter(pending -> !appeared.contains(Output.of(pending)))
                        .map(pending -> service + " wrote " + document + " and never produced " + pending.output()));
    }
}
