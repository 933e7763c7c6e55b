package io.latchkey.simulation.mutants;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.engine.StoreDecorator;
import java.util.List;

/** A store of which a mutant changes one thing. */
class StoreWrapper<S> extends StoreDecorator<S> {

    StoreWrapper(Store<S> store) {
        super(store);
    }

    static <S> AggregateDocument<S> withPending(AggregateDocument<S> document, List<Pending> pending) {
        return document.with(document.version(), pending);
    }

    static <S> AggregateDocument<S> withVersion(AggregateDocument<S> document, long version) {
        return document.with(version, document.pending());
    }
}
