package io.latchkey.messaging.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The newest value of every key, by {@link ValueOrder}. What is gone is remembered too, so that nothing older brings it back. */
final class NewestValues<V> {

    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();

    private record Entry<V>(ValueOrder order, @Nullable V value) {}

    /** Of two that are equally new the later told counts. A value that is null says that there is none any more. */
    void tell(String key, ValueOrder order, @Nullable V value) {
        entries.merge(
                key,
                new Entry<>(order, value),
                (known, told) -> told.order().compareTo(known.order()) < 0 ? known : told);
    }

    Set<String> keys() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().value() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<V> value(String key) {
        var entry = entries.get(key);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.value());
    }
}
