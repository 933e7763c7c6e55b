package io.latchkey.infrastructure.registry;

import java.util.Map;

/** Keeps what the registry knows, as small documents under keys. Read once, when the registry starts. */
interface RegistryStore {

    Map<String, String> load();

    /** Returns when the document is durable. */
    void put(String key, String document);

    void remove(String key);
}
