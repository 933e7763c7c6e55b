package io.latchkey.messaging.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.latchkey.messaging.engine.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Trailing windows in sixths: one document per counter and sixth, one unordered bulk of increments and one find per
 * batch. A sixth is in a window as a whole, so a count may reach back a sixth too far and never too short.
 *
 * <p>Used by one thread at a time; other instances may count in the same collection.
 */
public final class MongoCounters implements Counters {

    private static final String COUNT = "count";
    private static final String EXPIRES_AT = "expiresAt";

    /** Windows go by log time: a backlog that is this old still finds its counts. */
    private static final Duration BACKLOG = Duration.ofDays(1);

    private static final Duration BETWEEN_FORGETTINGS = Duration.ofHours(1);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private Instant nextForgetting = Instant.EPOCH;

    /** @param collection for counters only, such as {@code send_counters} */
    public MongoCounters(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public List<Long> reserve(List<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return List.of();
        }
        forget(reservations);
        var added = reservations.stream().collect(groupingBy(Sixth::of, counting()));
        increment(added);
        var counts = read(added);
        added.forEach((sixth, count) -> counts.merge(sixth, -count, Long::sum));
        return replayed(reservations, counts);
    }

    private void increment(Map<Sixth, Long> added) {
        var increments = added.entrySet().stream()
                .map(entry -> increment(entry.getKey(), entry.getValue()))
                .toList();
        orOutage(() -> collection.bulkWrite(increments, UNORDERED));
    }

    private static UpdateOneModel<Document> increment(Sixth sixth, long count) {
        var expiresAt = Date.from(sixth.passed().plus(BACKLOG));
        return new UpdateOneModel<>(
                Filters.eq(sixth.documentId()),
                Updates.combine(Updates.inc(COUNT, count), Updates.set(EXPIRES_AT, expiresAt)),
                UPSERT);
    }

    private Map<Sixth, Long> read(Map<Sixth, Long> added) {
        var touched = added.keySet().stream()
                .flatMap(sixth -> sixth.window().stream())
                .distinct()
                .collect(toMap(Sixth::documentId, sixth -> sixth));
        var found = orOutage(
                () -> collection.find(Filters.in("_id", touched.keySet())).into(new ArrayList<>()));
        var counts = new HashMap<Sixth, Long>();
        found.forEach(document -> counts.put(
                touched.get(document.getString("_id")),
                document.get(COUNT, Number.class).longValue()));
        return counts;
    }

    /** @param counts as they were before; each reservation sees those before it and itself */
    private static List<Long> replayed(List<Reservation> reservations, Map<Sixth, Long> counts) {
        var replies = new ArrayList<Long>();
        for (var reservation : reservations) {
            var sixth = Sixth.of(reservation);
            counts.merge(sixth, 1L, Long::sum);
            replies.add(sixth.window().stream()
                    .mapToLong(each -> counts.getOrDefault(each, 0L))
                    .sum());
        }
        return replies;
    }

    /** What has left every window is deleted by the index; here too, for a database that has no such indexes. */
    private void forget(List<Reservation> reservations) {
        var now = reservations.stream()
                .map(Reservation::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (now.isAfter(nextForgetting)) {
            var whenExpired = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
            orOutage(() -> collection.createIndex(Indexes.ascending(EXPIRES_AT), whenExpired));
            orOutage(() -> collection.deleteMany(Filters.lt(EXPIRES_AT, Date.from(now))));
            nextForgetting = now.plus(BETWEEN_FORGETTINGS);
        }
    }
}
