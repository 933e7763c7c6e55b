package io.latchkey.registration.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static io.latchkey.messaging.mongo.Outages.orOutage;
import static io.latchkey.registration.mongo.RegistrationCodec.JUDGED_BY;
import static io.latchkey.registration.mongo.RegistrationCodec.TENANT;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.latchkey.messaging.decision.AggregateKey;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Accounts that were last judged by an older policy than the one in force. */
public final class StaleAccounts {

    private static final String ID = "_id";

    private final MongoCollection<Document> registrations;
    private volatile boolean indexed;

    public StaleAccounts(MongoCollection<Document> registrations) {
        this.registrations = registrations;
    }

    /** Some of them, at most {@code size}; none once all are judged by this version or a later one. */
    public List<AggregateKey> some(String tenantId, long version, int size) {
        return orOutage(() -> {
            index();
            return registrations
                    .find(and(eq(TENANT, tenantId), lt(JUDGED_BY, version)))
                    .projection(Projections.include(ID))
                    .limit(size)
                    .map(document -> AggregateKey.parse(document.getString(ID)))
                    .into(new ArrayList<>());
        });
    }

    private void index() {
        if (!indexed) {
            registrations.createIndex(Indexes.ascending(TENANT, JUDGED_BY));
            indexed = true;
        }
    }
}
