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

/**
 * Every outcome that a winning write fixed has appeared on its topic, as the very same bytes; only where its source record is
 * gone from the log may it still wait in its document.
 */
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
                violations(world, Service.REGISTRATION, world.databases().registration(), appeared),
                violations(world, Service.VERIFICATION, world.databases().verification(), appeared));
    }

    private static Stream<String> violations(
            World world, Service service, Aggregates<?, ?, ?> aggregates, Set<Output> appeared) {
        return aggregates.store().timeline().stream()
                .map(Written::document)
                .flatMap(document -> document.pending().stream()
                        .filter(pending -> !appeared.contains(Output.of(pending)))
                        .filter(pending -> !stranded(world, aggregates, document.key(), pending))
                        .map(pending -> service + " wrote " + document + " and never produced " + pending.output()));
    }

    /** Still in the document, and emitted with the next record of the aggregate or the sweep: its source is gone. */
    private static boolean stranded(World world, Aggregates<?, ?, ?> aggregates, String key, Pending pending) {
        var store = aggregates.store();
        boolean gone = !world.exists(pending.partition()) || store.skipped(pending.partition(), pending.offset());
        var document = store.documents().get(key);
        return gone
                && document != null
                && document.pending().stream().anyMatch(other -> other.id().equals(pending.id()));
    }
}
