package io.latchkey.registration.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static io.latchkey.messaging.mongo.Outages.orOutage;
import static io.latchkey.registration.mongo.RegistrationCodec.TICK_AT;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The accounts to be ticked, those that have waited longest first. */
public class DueAccounts {

    private static final String ID = "_id";

    private final MongoCollection<Document> registrations;
    private volatile boolean indexed;

    public DueAccounts(MongoCollection<Document> registrations) {
        this.registrations = registrations;
    }

    /** @param after the last one of the page before, or null for the first page */
    public List<DueAccount> page(Instant asOf, @Nullable DueAccount after, int size) {
        return orOutage(() -> {
            index();
            return find(and(lte(TICK_AT, Date.from(asOf)), after(after)), size);
        });
    }

    private List<DueAccount> find(Bson filter, int size) {
        return registrations
                .find(filter)
                .projection(Projections.include(TICK_AT))
                .sort(Sorts.ascending(TICK_AT, ID))
                .limit(size)
                .map(DueAccounts::account)
                .into(new ArrayList<>());
    }

    /** Makes the index that a page is read along, once; it may have been made before. */
    private void index() {
        if (!indexed) {
            registrations.createIndex(Indexes.ascending(TICK_AT, ID));
            indexed = true;
        }
    }

    private static Bson after(@Nullable DueAccount last) {
        if (last == null) {
            return new Document();
        }
        var at = Date.from(last.tickAt());
        return or(gt(TICK_AT, at), and(eq(TICK_AT, at), gt(ID, last.key().value())));
    }

    private static DueAccount account(Document document) {
        return new DueAccount(
                AggregateKey.parse(document.getString(ID)),
                document.getDate(TICK_AT).toInstant());
    }
}
