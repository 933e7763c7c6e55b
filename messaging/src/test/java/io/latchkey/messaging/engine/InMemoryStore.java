package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compare-and-set per document, as the real store does; the contract test holds both to it. */
final class InMemoryStore<S> implements Store<S> {

    private final Map<String, AggregateDocument<S>> documents = new HashMap<>();
    private final Map<String, Long> delivered = new HashMap<>();
    private final Map<String, Long> skipped = new HashMap<>();
    private Instant restoredAt = Instant.EPOCH;

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        var loaded = new HashMap<>(documents);
        loaded.keySet().retainAll(keys);
        return loaded;
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> written) {
        var lost = new HashSet<String>();
        for (var document : written) {
            var stored = documents.get(document.key());
            if (stored == null || stored.version() == document.version() - 1) {
                documents.put(document.key(), document);
            } else {
                lost.add(document.key());
            }
        }
        return lost;
    }

    void clear() {
        documents.clear();
        delivered.clear();
        skipped.clear();
    }

    void loseWatermarks() {
        delivered.clear();
        skipped.clear();
    }

    @Override
    public Progress progress() {
        return new Progress(delivered, skipped, restoredAt);
    }

    @Override
    public void raise(Map<String, Long> offsets) {
        offsets.forEach((partition, offset) -> delivered.merge(partition, offset, Math::max));
    }

    @Override
    public void skip(String partition, long through) {
        raise(Map.of(partition, through));
        skipped.merge(partition, through, Math::max);
    }

    @Override
    public void restored(Instant at) {
        restoredAt = at.isAfter(restoredAt) ? at : restoredAt;
    }

    @Override
    public void eachStranded(String partition, long beyond, Consumer<List<Pending>> perAggregate) {
        documents.values().stream()
                .map(AggregateDocument::pending)
                .filter(pending ->
                        pending.stream().anyMatch(one -> one.partition().equals(partition) && one.offset() > beyond))
                .forEach(perAggregate);
    }
}
