package io.latchkey.infrastructure.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A setting that a subject may have of its own and shares with all others where it has none.
 *
 * @param <T> what it is set to
 */
final class Settings<T extends Enum<T>> {

    /** The subject's name that stands for all. */
    static final String ALL = "";

    private final String prefix;
    private final T fallback;
    private final RegistryStore store;
    private final Map<String, T> values = new TreeMap<>();

    Settings(String prefix, T fallback, RegistryStore store) {
        this.prefix = prefix;
        this.fallback = fallback;
        this.store = store;
    }

    /** Takes what the store held. */
    synchronized Settings<T> restore(Map<String, String> documents, Function<String, T> parser) {
        documents.forEach((key, document) -> {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), parser.apply(document));
            }
        });
        return this;
    }

    synchronized T of(String subject) {
        return own(subject).or(() -> own(ALL)).orElse(fallback);
    }

    synchronized Optional<T> own(String subject) {
        return Optional.ofNullable(values.get(subject));
    }

    synchronized void set(String subject, T value) {
        store.put(prefix + subject, value.name());
        values.put(subject, value);
    }

    /** The value that applied until now; the shared one applies again. */
    synchronized T reset(String subject) {
        var before = of(subject);
        store.remove(prefix + subject);
        values.remove(subject);
        return before;
    }
}
