package io.latchkey.messaging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What one instance at a time does. Clocks of instances may differ, so two can hold a lease for a moment: nothing may
 * depend on a lease but economy.
 */
public final class Leases {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> leases;

    public Leases(MongoDatabase database) {
        leases = database.getCollection("leases");
    }

    /** Takes or renews the lease; false while somebody else holds it. */
    public boolean take(String name, UUID holder, Instant now, Duration length) {
        var free = or(eq("holder", holder.toString()), lte("until", Date.from(now)));
        var mine = combine(set("holder", holder.toString()), set("until", Date.from(now.plus(length))));
        return orOutage(() -> upserted(and(eq("_id", name), free), mine));
    }

    /** A lease that is not free makes the upsert try to insert a second one. */
    private boolean upserted(Bson free, Bson mine) {
        try {
            leases.updateOne(free, mine, UPSERT);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
