package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to the documents that a filter may let through.
 *
 * @param values of the first fields, one list for each combination
 * @param range of the field after them
 * @param inOrder whether it passes the documents in the order asked for
 * @param sorts whether it does, and one was asked for
 * @param exact whether the filter lets all of them through
 */
record Access(
        OrderedKeys keys,
        List<List<@Nullable Object>> values,
        Bounds.@Nullable Range range,
        boolean inOrder,
        boolean sorts,
        boolean exact) {

    private static final int MOST_COMBINATIONS = 10_000;

    /**
     * The narrowest one; empty where each is as wide as all documents and in no better order.
     *
     * @param order ascending by these fields, or null for any
     */
    static Optional<Access> best(Stream<OrderedKeys> indexes, Document filter, @Nullable Document order) {
        var conditions = Conditions.of(filter);
        var onlyText = Conditions.onlyText(filter);
        return indexes.map(keys -> along(keys, conditions, onlyText, order == null ? new Document() : order))
                .filter(access -> access.worth() > 0)
                .reduce((best, other) -> other.worth() > best.worth() ? other : best);
    }

    private static Access along(
            OrderedKeys keys, Map<String, Bounds> conditions, Optional<String> onlyText, Document order) {
        List<List<@Nullable Object>> values = List.of(List.of());
        int fields = 0;
        while (fields < keys.fields().size()
                && conditions.get(keys.fields().get(fields)) instanceof Bounds.Points points
                && values.size() * points.values().size() <= MOST_COMBINATIONS) {
            values = times(values, points);
            fields++;
        }
        var rest = keys.fields().subList(fields, keys.fields().size());
        var range =
                rest.isEmpty() ? null : conditions.get(rest.getFirst()) instanceof Bounds.Range found ? found : null;
        boolean inOrder = values.size() == 1
                && ordered(keys.fields().subList(0, fields), rest, order)
                && keys.unordered().findAny().isEmpty();
        boolean exact = fields > 0
                && onlyText.filter(keys.fields().getFirst()::equals).isPresent()
                && keys.unordered().findAny().isEmpty();
        return new Access(keys, values, range, inOrder, inOrder && !order.isEmpty(), exact);
    }

    private static List<List<@Nullable Object>> times(List<List<@Nullable Object>> values, Bounds.Points points) {
        var product = new ArrayList<List<@Nullable Object>>();
        for (var before : values) {
            for (var point : points.values()) {
                var longer = new ArrayList<@Nullable Object>(before);
                longer.add(point);
                product.add(longer);
            }
        }
        return product;
    }

    /** What all have in common does not change their order. */
    private static boolean ordered(List<String> common, List<String> rest, Document order) {
        var wanted =
                order.keySet().stream().filter(field -> !common.contains(field)).toList();
        return wanted.size() <= rest.size()
                && rest.subList(0, wanted.size()).equals(wanted)
                && wanted.stream().allMatch(field -> order.get(field) instanceof Number sign && sign.intValue() > 0);
    }

    private int worth() {
        int fixed = values.isEmpty() ? keys.fields().size() : values.getFirst().size();
        boolean byId = fixed == keys.fields().size();
        return (byId ? 1000 : 0) + 4 * fixed + (range == null ? 0 : 2) + (sorts ? 1 : 0);
    }

    /** Where the documents with these ids are if they are there at all; empty where more than ids leads to them. */
    Optional<Stream<KeyValue>> ids() {
        return keys.fields().size() == 1 && values.stream().allMatch(id -> id.size() == 1)
                ? Optional.of(values.stream().map(KeyValue::new))
                : Optional.empty();
    }

    /** Read as they are taken, which a concatenation of the positions themselves would not be. */
    Stream<KeyValue> positions() {
        Stream<Supplier<Stream<KeyValue>>> ordered =
                values.stream().map((List<@Nullable Object> each) -> () -> keys.positions(each, range));
        return Stream.concat(ordered, Stream.of(keys::unordered)).flatMap(Supplier::get);
    }
}
