package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Attachment;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compare-and-set per document, as the real store does, and a key per state; the contract test holds both to it. */
final class InMemoryStore<S> implements Store<S> {

    private final TreeMap<String, AggregateDocument<S>> documents = new TreeMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Long> delivered = new HashMap<>();
    private final Map<String, Skipped> skipped = new HashMap<>();
    private Instant restoredAt = Instant.EPOCH;
    private Swept swept = Swept.NEVER;
    private int keysMade;

    private record Key(String keyId) implements Attachment {}

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> wanted) {
        var loaded = new HashMap<>(documents);
        loaded.keySet().retainAll(wanted);
        loaded.values().forEach(this::checkReadable);
        return loaded;
    }

    private void checkReadable(AggregateDocument<S> document) {
        if (document.attachment() != null
                && !keys.contains(document.attachment().keyId())) {
            throw new OutageException("account key " + document.attachment().keyId() + " is missing");
        }
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> written) {
        var lost = new HashSet<String>();
        for (var document : written) {
            var sealed = sealed(document);
            var stored = documents.get(document.key());
            if (stored == null || stored.version() == document.version() - 1) {
                documents.put(document.key(), sealed);
            } else {
                lost.add(document.key());
            }
        }
        return lost;
    }

    /** A state without a key gets one before it is known who wins. */
    private AggregateDocument<S> sealed(AggregateDocument<S> document) {
        if (document.state() == null) {
            return document.under(null);
        }
        return document.attachment() == null ? document.under(newKey()) : document;
    }

    private Key newKey() {
        var key = new Key("key-" + ++keysMade);
        keys.add(key.keyId());
        return key;
    }

    @Override
    public Map<String, Long> versions(Set<String> wanted) {
        return documents.values().stream()
                .filter(document -> wanted.contains(document.key()))
                .collect(Collectors.toMap(AggregateDocument::key, AggregateDocument::version));
    }

    @Override
    public void destroy(Set<String> keyIds) {
        keys.removeAll(keyIds);
    }

    /** Those that are not destroyed. */
    Set<String> keys() {
        return keys;
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
    public void skip(String partition, long from, long through) {
        raise(Map.of(partition, through));
        skipped.merge(partition, new Skipped(from, through), Skipped::and);
    }

    @Override
    public List<AggregateDocument<S>> page(@Nullable String after, int size) {
        var rest = after == null ? documents : documents.tailMap(after, false);
        var page = rest.values().stream().limit(size).toList();
        page.forEach(this::checkReadable);
        return page;
    }

    @Override
    public long estimatedSize() {
        return documents.size();
    }

    @Override
    public void collect(Map<String, Long> versions) {
        documents.values().removeIf(document -> Long.valueOf(document.version()).equals(versions.get(document.key())));
    }

    @Override
    public Swept swept() {
        return swept;
    }

    @Override
    public void swept(Swept place) {
        swept = place;
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
