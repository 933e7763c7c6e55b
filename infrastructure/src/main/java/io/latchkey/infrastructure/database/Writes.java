package io.latchkey.infrastructure.database;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many documents were inserted, changed or removed, by collection. */
final class Writes {

    private final Map<String, LongAdder> byCollection = new ConcurrentHashMap<>();

    /** @param collection with its database before it */
    LongAdder of(String collection) {
        return byCollection.computeIfAbsent(collection, _ -> new LongAdder());
    }

    Map<String, Long> counted() {
        var counted = new TreeMap<String, Long>();
        byCollection.forEach((collection, writes) -> counted.put(collection, writes.sum()));
        return counted;
    }
}
