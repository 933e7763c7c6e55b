package io.latchkey.infrastructure.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** No narrower than what a filter lets through of one field. */
sealed interface Bounds {

    /** Single values, each of them {@link #isPlain}. */
    record Points(SortedSet<@Nullable Object> values) implements Bounds {

        static Points of(Collection<? extends @Nullable Object> values) {
            var points = new TreeSet<@Nullable Object>(KeyType.VALUES);
            values.forEach(value -> points.add(Missing.isNullOrMissing(value) ? null : value));
            return new Points(points);
        }

        static Points of(@Nullable Object value) {
            return of(Collections.singletonList(value));
        }
    }

    /**
     * All values of one type between two of them, and both.
     *
     * @param to null where the type's last value is the limit
     */
    record Range(Object from, @Nullable Object to) implements Bounds {

        static Range from(Object value) {
            return new Range(value, null);
        }

        static Range to(Object value) {
            return new Range(first(value), value);
        }

        /** Null where they are not of one type that has ranges. */
        static @Nullable Range over(@Nullable Object one, @Nullable Object other) {
            return one != null && other != null && isRanged(one) && first(one).equals(first(other))
                    ? new Range(one, other)
                    : null;
        }

        /** Of a value that is not before it. */
        boolean reaches(@Nullable Object value) {
            return value != null
                    && first(value).equals(first(from))
                    && (to == null || KeyType.VALUES.compare(value, to) <= 0);
        }

        Range and(Range other) {
            return sameType(other) ? new Range(later(from, other.from), lower(to, other.to)) : this;
        }

        @Nullable
        Range or(Range other) {
            boolean open = to == null || other.to == null;
            return sameType(other)
                    ? new Range(
                            earlier(from, other.from),
                            open ? null : later(requireNonNull(to), requireNonNull(other.to)))
                    : null;
        }

        private boolean sameType(Range other) {
            return first(from).equals(first(other.from));
        }

        private static @Nullable Object lower(@Nullable Object one, @Nullable Object other) {
            return one == null ? other : other == null ? one : earlier(one, other);
        }

        private static Object earlier(Object one, Object other) {
            return KeyType.VALUES.compare(one, other) <= 0 ? one : other;
        }

        private static Object later(Object one, Object other) {
            return KeyType.VALUES.compare(one, other) < 0 ? other : one;
        }

        /** Stands for the type, and is a value of it only for numbers, texts and times. */
        private static Object first(Object value) {
            return switch (value) {
                case Number _ -> Double.NEGATIVE_INFINITY;
                case String _ -> "";
                case Instant _ -> Instant.MIN;
                default -> value.getClass();
            };
        }
    }

    /** Both let it through. */
    default Bounds and(Bounds other) {
        return switch (this) {
            case Points points -> points;
            case Range range ->
                switch (other) {
                    case Points points -> points;
                    case Range another -> range.and(another);
                };
        };
    }

    /** One of them lets it through; null where that is no range. */
    default @Nullable Bounds or(Bounds other) {
        var one = hull();
        var another = other.hull();
        return one == null || another == null ? null : one.or(another);
    }

    private @Nullable Range hull() {
        return switch (this) {
            case Range range -> range;
            case Points(var values) -> values.isEmpty() ? null : Range.over(values.first(), values.last());
        };
    }

    /** Whether documents are found by it in their sort order: no lists, whose elements count, and nothing else of parts. */
    static boolean isPlain(@Nullable Object value) {
        return Missing.isNullOrMissing(value)
                || value instanceof Number
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof UUID
                || value instanceof ObjectId;
    }

    /** Whether there may be a range of such values. */
    static boolean isRanged(@Nullable Object value) {
        return value instanceof Number || value instanceof String || value instanceof Instant;
    }
}
