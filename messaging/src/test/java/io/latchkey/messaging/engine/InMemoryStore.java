package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compare-and-set per document, as the real store does; the contract test holds both to it. */
final class InMemoryStore<S> implements Store<S> {

    private final Map<String, AggregateDocument<S>> documents = new HashMap<>();
    private final Map<String, Long> delivered = new HashMap<>();
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
            if ((stored == null ? 0 : stored.version()) == document.version() - 1) {
                documents.put(document.key(), document);
            } else {
                lost.add(document.key());
            }
        }
        return lost;
    }

    @Override
    public Progress progress() {
        return new Progress(delivered, restoredAt);
    }

    @Override
    public void raise(Map<String, Long> offsets) {
        offsets.forEach((partition, offset) -> delivered.merge(partition, offset, Math::max));
    }

    @Override
    public void restored(Instant at) {
        restoredAt = at;
    }

    @Override
    public List<Pending> pendingFrom(String partition) {
        return documents.values().stream()
                .flatMap(document -> document.pending().stream())
                .filter(pending -> pending.partition().equals(partition))
                .toList();
    }
}
