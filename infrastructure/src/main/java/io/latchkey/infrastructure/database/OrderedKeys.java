package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys that say where documents are, in the order of some of their fields.
 *
 * @param fields the last one is the id
 * @param map its keys have a value for each field
 */
record OrderedKeys(List<String> fields, MVMap<KeyValue, byte[]> map) {

    /** What the keys of documents begin with that have no single place in the order. */
    static final Object UNORDERED = MaxKey.getInstance();

    /** The positions of documents that may be among any others. */
    Stream<KeyValue> unordered() {
        return fields.size() == 1 ? Stream.of() : positions(List.of(UNORDERED), null);
    }

    /**
     * The positions of the documents whose first fields have these values.
     *
     * @param range of the next field, or null for all of them
     */
    Stream<KeyValue> positions(List<@Nullable Object> values, Bounds.@Nullable Range range) {
        return values.size() == fields.size() ? position(values).stream() : along(values, range);
    }

    /** Found without a cursor, which holds on to every page above it. */
    private Optional<KeyValue> position(List<@Nullable Object> values) {
        var key = new KeyValue(values);
        return map.containsKey(key) ? Optional.of(position(key)) : Optional.empty();
    }

    private Stream<KeyValue> along(List<@Nullable Object> values, Bounds.@Nullable Range range) {
        var from = new ArrayList<@Nullable Object>(values);
        if (range != null) {
            from.add(range.from());
        }
        int next = values.size();
        return from(from)
                .takeWhile(key -> startsWith(key, values) && (range == null || range.reaches(key.get(next))))
                .map(OrderedKeys::position);
    }

    private Stream<KeyValue> from(Collection<@Nullable Object> values) {
        var keys = map.keyIterator(values.isEmpty() ? null : new KeyValue(values));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(keys, 0), false);
    }

    private static boolean startsWith(KeyValue key, List<@Nullable Object> values) {
        if (key.size() < values.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (KeyType.VALUES.compare(key.get(i), values.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static KeyValue position(KeyValue key) {
        return new KeyValue(key.get(key.size() - 1));
    }
}
