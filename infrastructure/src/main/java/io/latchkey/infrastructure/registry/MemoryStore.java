package io.latchkey.infrastructure.registry;

import java.util.Map;

/** Keeps nothing beyond the registry's own memory. */
final class MemoryStore implements RegistryStore {

    @Override
    public Map<String, String> load() {
        return Map.of();
    }

    @Override
    public void put(String key, String document) {}

    @Override
    public void remove(String key) {}
}
