package io.latchkey.messaging.sealing;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Remembers so many values and then forgets the one that was used longest ago. Thread-safe. */
final class LeastRecentlyUsed<K, V> {

    private final SequencedMap<K, V> values = new LinkedHashMap<>(64, 0.75f, true);
    private final int capacity;

    LeastRecentlyUsed(int capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
        if (values.size() > capacity) {
            values.pollFirstEntry();
        }
    }
}
