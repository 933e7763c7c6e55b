package io.latchkey.simulation.model;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Attachment;
import io.latchkey.messaging.engine.Counters.Reservation;
import io.latchkey.messaging.engine.Store.Progress;
import io.latchkey.messaging.engine.Store.Skipped;
import io.latchkey.messaging.engine.Store.Swept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One engine's database: documents that are compared and set one by one, the keys that their states are sealed under,
 * watermarks that only rise, and counters. Copies can be made and restored. What it keeps is immutable, so a copy is
 * shallow.
 *
 * @param <N> what is noted with every write that won, and forgotten with it when an older copy is restored
 */
public final class StoreModel<S, N> {

    private final Predicate<S> personal;
    private Map<String, AggregateDocument<S>> documents = new TreeMap<>();
    private Map<String, Long> watermarks = new TreeMap<>();
    private Map<String, Skipped> skipped = new TreeMap<>();
    private Map<String, List<Instant>> counters = new HashMap<>();
    private Set<String> keys = new TreeSet<>();
    private int keysMade;
    private Swept swept = Swept.NEVER;
    private Instant restoredAt = Instant.EPOCH;
    private List<Written<S, N>> timeline = new ArrayList<>();
    private @Nullable StoreModel<S, N> copy;

    /** @param personal whether a state is sealed under a key of its own */
    public StoreModel(Predicate<S> personal) {
        this.personal = personal;
    }

    private record Key(String keyId) implements Attachment {}

    /** A write that won. */
    public record Written<S, N>(AggregateDocument<S> document, N note) {}

    public Map<String, AggregateDocument<S>> documents() {
        return documents;
    }

    /** @return whether the version before was stored; otherwise nothing happens */
    public boolean write(AggregateDocument<S> document, N note) {
        var stored = documents.get(document.key());
        // Without a document, whatever the version: an upsert that matches nothing inserts.
        if (stored != null && stored.version() != document.version() - 1) {
            return false;
        }
        documents.put(document.key(), sealed(document));
        timeline.add(new Written<>(document, note));
        return true;
    }

    /** A state is sealed under a key that its document names; without a state it names none. */
    private AggregateDocument<S> sealed(AggregateDocument<S> document) {
        var state = document.state();
        if (state == null || !personal.test(state)) {
            return document.under(null);
        }
        return document.attachment() == null ? document.under(newKey()) : document;
    }

    private Key newKey() {
        var key = new Key("key-" + ++keysMade);
        keys.add(key.keyId());
        return key;
    }

    /** Whether its state can be opened. */
    public boolean readable(AggregateDocument<S> document) {
        return document.attachment() == null
                || keys.contains(document.attachment().keyId());
    }

    /** Those that were made and not destroyed. */
    public Set<String> keys() {
        return keys;
    }

    public void destroy(String keyId) {
        keys.remove(keyId);
    }

    public Progress progress() {
        return new Progress(watermarks, skipped, restoredAt);
    }

    public long watermark(String partition) {
        return watermarks.getOrDefault(partition, -1L);
    }

    public void raise(String partition, long offset) {
        watermarks.merge(partition, offset, Math::max);
    }

    public void skip(String partition, long from, long through) {
        raise(partition, through);
        skipped.merge(partition, new Skipped(from, through), Skipped::and);
    }

    /** Whether what is pending from here may be undelivered, whatever the watermark says. */
    public boolean skipped(String partition, long offset) {
        var gap = skipped.get(partition);
        return gap != null && gap.contains(offset);
    }

    public void collect(String key, long version) {
        documents.computeIfPresent(key, (any, document) -> document.version() == version ? null : document);
    }

    public Swept swept() {
        return swept;
    }

    public void swept(Swept place) {
        swept = place;
    }

    public void restoredAt(Instant at) {
        restoredAt = at.isAfter(restoredAt) ? at : restoredAt;
    }

    public void dropWatermarks() {
        watermarks.clear();
    }

    /** One increment, and the count that includes it. */
    public long reserve(Reservation reservation) {
        Counter counter = reservation.counter();
        var times = counters.computeIfAbsent(counter.id(), id -> new ArrayList<>());
        times.add(reservation.at());
        var from = reservation.at().minus(counter.window());
        return times.stream().filter(time -> time.isAfter(from)).count();
    }

    /** Every write that won since the database began, but for those that a restore has undone. */
    public List<Written<S, N>> timeline() {
        return timeline;
    }

    public void backUp() {
        var made = new StoreModel<S, N>(personal);
        made.take(this);
        copy = made;
    }

    /** @return whether there was a copy */
    public boolean restore() {
        var older = copy;
        if (older == null) {
            return false;
        }
        take(older);
        return true;
    }

    private void take(StoreModel<S, N> other) {
        documents = new TreeMap<>(other.documents);
        watermarks = new TreeMap<>(other.watermarks);
        skipped = new TreeMap<>(other.skipped);
        counters = new HashMap<>();
        other.counters.forEach((id, times) -> counters.put(id, new ArrayList<>(times)));
        keys = new TreeSet<>(other.keys);
        swept = other.swept;
        restoredAt = other.restoredAt;
        timeline = new ArrayList<>(other.timeline);
    }
}
