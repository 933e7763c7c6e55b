package io.latchkey.messaging.mongo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine's store over the driver: one find, one unordered bulk write and one watermark update per batch, and for
 * personal state at most one find and one write more for the keys. Accounts are in one collection, and tenants, where a
 * service keeps any, in another: what a batch does is done once to each collection that it touches.
 *
 * <p>The client must be configured with majority read and write concern.
 */
public final class MongoStore<S> implements Store<S> {

    private final Watermarks watermarks;
    private final KeyRing<S> keyRing;
    private final AggregateCollection<S> accounts;
    private final @Nullable AggregateCollection<S> tenants;

    /**
     * @param collection of the aggregates, such as {@code registrations}
     * @param keys asked only where the codec's state is personal
     */
    public MongoStore(MongoDatabase database, String collection, StateCodec<S> codec, AccountKeys keys) {
        this(database, new Collections(collection, null), codec, keys);
    }

    /** @param keys asked only where the codec's state is personal */
    public MongoStore(MongoDatabase database, Collections names, StateCodec<S> codec, AccountKeys keys) {
        watermarks = new Watermarks(database, names.accounts());
        keyRing = new KeyRing<>(codec, keys);
        accounts = new AggregateCollection<>(database.getCollection(names.accounts()), codec, keyRing);
        tenants = names.tenants() == null
                ? null
                : new AggregateCollection<>(database.getCollection(names.tenants()), codec, keyRing);
    }

    /**
     * Where a service keeps its aggregates.
     *
     * @param accounts such as {@code registrations}; names the service's watermarks, too
     * @param tenants such as {@code policies}; null where nothing is kept of tenants
     */
    public record Collections(String accounts, @Nullable String tenants) {}

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        var loaded = new HashMap<String, AggregateDocument<S>>();
        sorted(keys, key -> key).forEach((kept, of) -> loaded.putAll(kept.load(Set.copyOf(of))));
        return loaded;
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> documents) {
        var lost = new HashSet<String>();
        sorted(documents, AggregateDocument::key).forEach((kept, of) -> lost.addAll(kept.write(of)));
        return lost;
    }

    @Override
    public Map<String, Long> versions(Set<String> keys) {
        var versions = new HashMap<String, Long>();
        sorted(keys, key -> key).forEach((kept, of) -> versions.putAll(kept.versions(Set.copyOf(of))));
        return versions;
    }

    private <T> Map<AggregateCollection<S>, List<T>> sorted(Collection<T> things, Function<T, String> key) {
        return things.stream().collect(groupingBy(thing -> collection(key.apply(thing))));
    }

    private AggregateCollection<S> collection(String key) {
        if (!AggregateKey.parse(key).isTenant()) {
            return accounts;
        }
        if (tenants == null) {
            throw new IllegalStateException("this service has no collection of tenants");
        }
        return tenants;
    }

    @Override
    public void destroy(Set<String> keyIds) {
        keyRing.destroy(keyIds);
    }

    @Override
    public Progress progress() {
        return watermarks.read();
    }

    @Override
    public void raise(Map<String, Long> delivered) {
        watermarks.raise(delivered);
    }

    @Override
    public void skip(String partition, long from, long through) {
        watermarks.skip(partition, from, through);
    }

    @Override
    public void restored(Instant at) {
        watermarks.restored(at);
    }

    @Override
    public void eachStranded(String partition, long beyond, Consumer<List<Pending>> perAggregate) {
        accounts.eachStranded(partition, beyond, perAggregate);
        if (tenants != null) {
            tenants.eachStranded(partition, beyond, perAggregate);
        }
    }

    /** Accounts before tenants. */
    @Override
    public List<AggregateDocument<S>> page(@Nullable String after, int size) {
        var page = new ArrayList<AggregateDocument<S>>();
        boolean amongTenants = after != null && AggregateKey.parse(after).isTenant();
        if (!amongTenants) {
            page.addAll(accounts.page(after, size));
        }
        if (tenants != null && page.size() < size) {
            page.addAll(tenants.page(amongTenants ? after : null, size - page.size()));
        }
        return page;
    }

    @Override
    public long estimatedSize() {
        return accounts.estimatedSize() + (tenants == null ? 0 : tenants.estimatedSize());
    }

    @Override
    public void collect(Map<String, Long> versions) {
        sorted(versions.keySet(), key -> key)
                .forEach((kept, of) -> kept.collect(of.stream().collect(toMap(key -> key, versions::get))));
    }

    @Override
    public Swept swept() {
        return watermarks.swept();
    }

    @Override
    public void swept(Swept place) {
        watermarks.swept(place);
    }
}
