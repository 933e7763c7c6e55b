package io.latchkey.registration.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static io.latchkey.messaging.mongo.Outages.orOutage;
import static io.latchkey.registration.mongo.RegistrationCodec.ACCOUNT;
import static io.latchkey.registration.mongo.RegistrationCodec.CAPABLE;
import static io.latchkey.registration.mongo.RegistrationCodec.DUE;
import static io.latchkey.registration.mongo.RegistrationCodec.ENABLED;
import static io.latchkey.registration.mongo.RegistrationCodec.JUDGED_BY;
import static io.latchkey.registration.mongo.RegistrationCodec.REGISTERED;
import static io.latchkey.registration.mongo.RegistrationCodec.STANDING;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.latchkey.messaging.decision.AggregateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Where the accounts of a tenant stand, as each was last judged. Nothing personal is read. */
public class Standings {

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final Bson SHOWN = Projections.include(
            STATE + "." + STANDING, STATE + "." + DUE + ".at", STATE + "." + ACCOUNT + ".administrator");

    private final ReadDatabase database;
    private volatile boolean indexed;

    public Standings(ReadDatabase database) {
        this.database = database;
    }

    /**
     * In the order of their user ids.
     *
     * @param after the last user id of the page before; empty for the first page
     */
    public List<StandingOfAccount> page(String tenantId, String after, int size) {
        return orOutage(() -> database.registrations()
                .find(and(TenantRange.of(tenantId).after(after), gte(JUDGED_BY, 0L)))
                .projection(SHOWN)
                .sort(Sorts.ascending(ID))
                .limit(size)
                .maxTime(database.maxMillis(), TimeUnit.MILLISECONDS)
                .map(Standings::standing)
                .into(new ArrayList<>()));
    }

    /** Counted along an index, without reading a document. */
    public List<StandingCount> counts(String tenantId) {
        return orOutage(() -> {
            index();
            return database.registrations()
                    .aggregate(List.of(
                            Aggregates.match(and(TenantRange.of(tenantId).all(), gte(JUDGED_BY, 0L))),
                            Aggregates.group(
                                    new Document(REGISTERED, "$" + REGISTERED)
                                            .append(ENABLED, "$" + ENABLED)
                                            .append(CAPABLE, "$" + CAPABLE)
                                            .append(JUDGED_BY, "$" + JUDGED_BY),
                                    sum("count", 1L))))
                    .maxTime(database.maxMillis(), TimeUnit.MILLISECONDS)
                    .map(Standings::count)
                    .into(new ArrayList<>());
        });
    }

    /** Makes the index once; it may have been made before. */
    private void index() {
        if (!indexed) {
            database.registrations().createIndex(Indexes.ascending(ID, JUDGED_BY, REGISTERED, ENABLED, CAPABLE));
            indexed = true;
        }
    }

    private static StandingCount count(Document group) {
        var of = group.get(ID, Document.class);
        return new StandingCount(
                of.getBoolean(REGISTERED),
                of.getBoolean(ENABLED),
                of.getBoolean(CAPABLE),
                of.get(JUDGED_BY, Number.class).longValue(),
                group.get("count", Number.class).longValue());
    }

    private static StandingOfAccount standing(Document document) {
        var state = document.get(STATE, Document.class);
        var due = state.get(DUE, Document.class);
        return new StandingOfAccount(
                AggregateKey.parse(document.getString(ID)),
                requireNonNull(state.get(ACCOUNT, Document.class)).getBoolean("administrator"),
                StandingFields.decode(state.get(STANDING, Document.class)),
                due == null ? null : Dates.instant(due, "at"));
    }
}
