package io.latchkey.bench.preload;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps documents in memory until they are complete. One thread uses it, so nobody loses a race. */
final class Shelf<S> implements Store<S> {

    private final Map<String, AggregateDocument<S>> documents = new HashMap<>();

    Collection<AggregateDocument<S>> documents() {
        return documents.values();
    }

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        var loaded = new HashMap<String, AggregateDocument<S>>();
        keys.forEach(key -> {
            var document = documents.get(key);
            if (document != null) {
                loaded.put(key, document);
            }
        });
        return loaded;
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> written) {
        written.forEach(document -> documents.put(document.key(), document));
        return Set.of();
    }

    /** Everything that is produced is handed on at once, and nothing is ever read twice. */
    @Override
    public Progress progress() {
        return Progress.NONE;
    }

    @Override
    public void raise(Map<String, Long> delivered) {}

    @Override
    public Map<String, Long> versions(Set<String> keys) {
        throw unexpected();
    }

    @Override
    public void destroy(Set<String> keyIds) {
        throw unexpected();
    }

    @Override
    public void skip(String partition, long from, long through) {
        throw unexpected();
    }

    @Override
    public void restored(Instant at) {
        throw unexpected();
    }

    @Override
    public void eachStranded(String partition, long beyond, Consumer<List<AggregateDocument.Pending>> perAggregate) {
        throw unexpected();
    }

    @Override
    public List<AggregateDocument<S>> page(@Nullable String after, int size) {
        throw unexpected();
    }

    @Override
    public long estimatedSize() {
        throw unexpected();
    }

    @Override
    public void collect(Map<String, Long> versions) {
        throw unexpected();
    }

    @Override
    public Swept swept() {
        throw unexpected();
    }

    @Override
    public void swept(Swept place) {
        throw unexpected();
    }

    private static UnsupportedOperationException unexpected() {
        return new UnsupportedOperationException("nothing is erased, told, swept or restored here");
    }
}
