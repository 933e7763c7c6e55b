package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store that does as it is told; tests and mutants watch or change one thing. */
public class StoreDecorator<S> implements Store<S> {

    protected final Store<S> store;

    protected StoreDecorator(Store<S> store) {
        this.store = store;
    }

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        return store.load(keys);
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> documents) {
        return store.write(documents);
    }

    @Override
    public Map<String, Long> versions(Set<String> keys) {
        return store.versions(keys);
    }

    @Override
    public void destroy(Set<String> keyIds) {
        store.destroy(keyIds);
    }

    @Override
    public Progress progress() {
        return store.progress();
    }

    @Override
    public void raise(Map<String, Long> delivered) {
        store.raise(delivered);
    }

    @Override
    public void skip(String partition, long from, long through) {
        store.skip(partition, from, through);
    }

    @Override
    public List<AggregateDocument<S>> page(@Nullable String after, int size) {
        return store.page(after, size);
    }

    @Override
    public long estimatedSize() {
        return store.estimatedSize();
    }

    @Override
    public void collect(Map<String, Long> versions) {
        store.collect(versions);
    }

    @Override
    public Swept swept() {
        return store.swept();
    }

    @Override
    public void swept(Swept place) {
        store.swept(place);
    }

    @Override
    public void restored(Instant at) {
        store.restored(at);
    }

    @Override
    public void eachStranded(String partition, long beyond, Consumer<List<Pending>> perAggregate) {
        store.eachStranded(partition, beyond, perAggregate);
    }
}
