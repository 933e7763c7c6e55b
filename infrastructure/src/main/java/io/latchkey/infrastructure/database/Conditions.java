package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter certainly asks of single fields. Whatever it asks besides has to be checked on the documents that these
 * bounds let through, and a list in a document may fulfil it in other ways.
 */
final class Conditions {

    private Conditions() {}

    static Map<String, Bounds> of(Document filter) {
        return all(filter.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())));
    }

    /** The one field of which a filter asks that it is one of some texts, if that is all it asks. */
    static Optional<String> onlyText(Document filter) {
        return filter.size() == 1 && filter.values().stream().allMatch(Conditions::isText)
                ? filter.keySet().stream()
                        .filter(field -> !field.startsWith("$"))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String
                || value instanceof Document operators
                        && operators.size() == 1
                        && operators.get("$in") instanceof Collection<?> list
                        && list.stream().allMatch(String.class::isInstance);
    }

    private static Map<String, Bounds> of(String key, @Nullable Object value) {
        return switch (key) {
            case "$and" -> all(parts(value));
            case "$or" -> parts(value).reduce(Conditions::either).orElse(Map.of());
            default -> key.startsWith("$") ? Map.of() : field(key, value);
        };
    }

    private static Stream<Map<String, Bounds>> parts(@Nullable Object filters) {
        return filters instanceof Collection<?> list
                ? list.stream().map(filter -> filter instanceof Document part ? of(part) : Map.of())
                : Stream.of();
    }

    private static Map<String, Bounds> all(Stream<Map<String, Bounds>> conditions) {
        var all = new HashMap<String, Bounds>();
        conditions.forEach(each -> each.forEach((field, bounds) -> all.merge(field, bounds, Bounds::and)));
        return all;
    }

    private static Map<String, Bounds> either(Map<String, Bounds> one, Map<String, Bounds> other) {
        var either = new HashMap<>(one);
        either.keySet().retainAll(other.keySet());
        other.forEach((field, bounds) -> either.computeIfPresent(field, (_, known) -> known.or(bounds)));
        return either;
    }

    private static Map<String, Bounds> field(String field, @Nullable Object value) {
        return all(bounds(value).map(bounds -> Map.of(field, bounds)));
    }

    private static Stream<Bounds> bounds(@Nullable Object value) {
        return value instanceof Document operators
                        && operators.keySet().stream().anyMatch(key -> key.startsWith("$"))
                ? operators.entrySet().stream().flatMap(entry -> operator(entry.getKey(), entry.getValue()).stream())
                : point(value).stream();
    }

    private static Optional<Bounds> operator(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> point(operand);
            case "$in" -> points(operand);
            case "$gt", "$gte" -> ranged(operand).map(Bounds.Range::from);
            case "$lt", "$lte" -> ranged(operand).map(Bounds.Range::to);
            default -> Optional.empty();
        };
    }

    private static Optional<Bounds> point(@Nullable Object value) {
        return Bounds.isPlain(value) ? Optional.of(Bounds.Points.of(value)) : Optional.empty();
    }

    private static Optional<Bounds> points(@Nullable Object values) {
        return values instanceof Collection<?> list && list.stream().allMatch(Bounds::isPlain)
                ? Optional.of(Bounds.Points.of(list))
                : Optional.empty();
    }

    private static Optional<Object> ranged(@Nullable Object value) {
        return Bounds.isRanged(value) ? Optional.ofNullable(value) : Optional.empty();
    }
}
