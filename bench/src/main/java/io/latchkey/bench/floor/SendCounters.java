package io.latchkey.bench.floor;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Sends per destination and day: one bulk of increments and one find per batch. */
final class SendCounters {

    static final String COLLECTION = "send_counters";

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final long PER_DESTINATION = 10;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final Tally tally;

    SendCounters(MongoDatabase database, Tally tally) {
        this.collection = database.getCollection(COLLECTION);
        this.tally = tally;
    }

    /**
     * Before the codes are made, so that a crash counts too many and never too few.
     *
     * @throws IllegalStateException where one got too many
     */
    void count(List<String> destinations, Instant now) {
        if (!destinations.isEmpty()) {
            long day = now.toEpochMilli() / DAY_MILLIS;
            var added = destinations.stream().collect(groupingBy(each -> each + "|" + day, counting()));
            var expiresAt = Date.from(Instant.ofEpochMilli((day + 2) * DAY_MILLIS));
            collection.bulkWrite(
                    added.entrySet().stream()
                            .map(one -> increment(one, expiresAt))
                            .toList(),
                    UNORDERED);
            tally.add(COLLECTION, added.size());
            collection.find(Filters.in(Documents.ID, added.keySet())).forEach(SendCounters::requireFew);
        }
    }

    private static UpdateOneModel<Document> increment(Map.Entry<String, Long> added, Date expiresAt) {
        return new UpdateOneModel<>(
                Filters.eq(added.getKey()),
                Updates.combine(Updates.inc("count", added.getValue()), Updates.set("expiresAt", expiresAt)),
                UPSERT);
    }

    private static void requireFew(Document counter) {
        if (counter.get("count", Number.class).longValue() > PER_DESTINATION) {
            throw new IllegalStateException("a destination gets too many codes");
        }
    }
}
