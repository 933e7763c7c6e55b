package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole document in place of the one with its id, if that is as it is asked to be: a compare-and-set. The server by
 * itself copies the document found twice and the new one once, asks each index where it is, and keeps the old one's order
 * of fields where MongoDB takes that of the new one.
 *
 * @param id a text or a UUID, each of which has but one way to be written
 * @param after with its id first
 */
record Replacement(Object id, Document after) {

    private static final String ID = "_id";

    /** Empty where the server has more to do, or to refuse: then it does. */
    static Optional<Replacement> of(Document selector, Document update) {
        var id = update.get(ID);
        return (id instanceof String || id instanceof UUID) && isWhole(update) && names(id, selector)
                ? Optional.of(new Replacement(id, idFirst(id, update)))
                : Optional.empty();
    }

    KeyValue position() {
        return Maps.position(id);
    }

    /** The fields that the document it replaces is asked to have. */
    Stream<String> asked(Document selector) {
        return equalities(selector).stream().map(Map.Entry::getKey);
    }

    private static boolean isWhole(Document update) {
        return update.keySet().stream().noneMatch(Replacement::isPathOrOperator);
    }

    private static boolean isPathOrOperator(String key) {
        return key.startsWith("$") || key.contains(".");
    }

    private static Document idFirst(Object id, Document update) {
        var after = new Document(ID, id);
        after.putAll(update);
        return after;
    }

    /** By equality of single fields, of which an upsert need infer nothing, and none twice. */
    private static boolean names(Object id, Document selector) {
        var asked = equalities(selector);
        var fields = new HashSet<String>();
        return asked.stream().allMatch(field -> fields.add(field.getKey()) && isEquality(field))
                && asked.stream().anyMatch(field -> field.getKey().equals(ID) && id.equals(field.getValue()));
    }

    private static boolean isEquality(Map.Entry<String, ? extends @Nullable Object> field) {
        return !isPathOrOperator(field.getKey()) && Bounds.isPlain(field.getValue());
    }

    private static List<Map.Entry<String, Object>> equalities(Document selector) {
        return selector.size() == 1 && selector.get("$and") instanceof Collection<?> parts
                ? parts.stream().flatMap(Replacement::fields).toList()
                : List.copyOf(selector.entrySet());
    }

    /** What is no part of a filter is left to the server to refuse. */
    private static Stream<Map.Entry<String, Object>> fields(@Nullable Object part) {
        return part instanceof Document fields ? fields.entrySet().stream() : Stream.of(Map.entry("$and", ""));
    }
}
