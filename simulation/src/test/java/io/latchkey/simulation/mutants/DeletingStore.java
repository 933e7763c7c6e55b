package io.latchkey.simulation.mutants;

import static java.util.stream.Collectors.toMap;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.Store;
import java.util.Collection;
import java.util.Set;

/** Leaves nothing in the place of a document whose state is gone. */
final class DeletingStore<S> extends StoreWrapper<S> {

    DeletingStore(Store<S> store) {
        super(store);
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> documents) {
        var lost = super.write(documents);
        super.collect(documents.stream()
                .filter(document -> document.existed() && document.state() == null && !lost.contains(document.key()))
                .collect(toMap(AggregateDocument::key, AggregateDocument::version)));
        return lost;
    }
}
