package io.latchkey.simulation.mutants;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Takes every document for unmoved since it was loaded or written here. */
final class CredulousStore<S> extends StoreWrapper<S> {

    private final Map<String, Long> held = new HashMap<>();

    CredulousStore(Store<S> store) {
        super(store);
    }

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        var loaded = super.load(keys);
        hold(loaded.values());
        return loaded;
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> documents) {
        var lost = super.write(documents);
        hold(documents);
        return lost;
    }

    private void hold(Collection<AggregateDocument<S>> documents) {
        documents.forEach(document -> held.put(document.key(), document.version()));
    }

    @Override
    public Map<String, Long> versions(Set<String> keys) {
        var versions = new HashMap<>(super.versions(keys));
        versions.replaceAll((key, version) -> held.getOrDefault(key, version));
        return versions;
    }
}
