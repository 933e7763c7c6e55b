package io.latchkey.bench.run;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.latchkey.bench.work.Population;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Takes accounts out of the services' databases, as if they had never been there. */
final class Removal {

    /** Few enough for a database that holds what it deletes until it is done. */
    private static final int AT_ONCE = 5_000;

    private static final String ID = "_id";
    private static final String ACCOUNT_KEY = "accountKey";

    private final MongoCollection<Document> registrations;
    private final MongoCollection<Document> keys;
    private final List<MongoCollection<Document>> others;

    Removal(MongoClient client) {
        var registration = client.getDatabase("registration");
        this.registrations = registration.getCollection("registrations");
        this.keys = registration.getCollection("account_keys");
        this.others = List.of(
                client.getDatabase("verification").getCollection("verifications"),
                client.getDatabase("notification").getCollection("notifications_accounts"));
    }

    /** @param to exclusive */
    void of(int from, int to) {
        for (int first = from; first < to; first += AT_ONCE) {
            someOf(first, Math.min(first + AT_ONCE, to));
        }
    }

    private void someOf(int from, int to) {
        var accounts = Filters.and(
                Filters.gte(ID, Population.account(from).value()),
                Filters.lt(ID, Population.account(to).value()));
        // By id: nothing else of a key is indexed.
        var named = registrations
                .find(accounts)
                .projection(Projections.include(ACCOUNT_KEY))
                .map(document -> document.getEmbedded(List.of(ACCOUNT_KEY, "id"), ""))
                .into(new ArrayList<>());
        keys.deleteMany(Filters.in(ID, named));
        registrations.deleteMany(accounts);
        others.forEach(collection -> collection.deleteMany(accounts));
    }
}
