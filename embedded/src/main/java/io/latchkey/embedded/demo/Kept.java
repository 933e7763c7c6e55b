package io.latchkey.embedded.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.Document;

/**
 * What an installation keeps of an account.
 *
 * @param databasePrefix of its databases
 */
record Kept(String mongoUri, String databasePrefix) {

    private static final String REGISTRATION = "registration";

    /** The ids of the keys that seal it at rest. */
    Set<String> keysOf(AggregateKey account) {
        return read(client -> client.getDatabase(databasePrefix + REGISTRATION)
                .getCollection("account_keys")
                .find(new Document("account", account.value()))
                .map(key -> key.getString("_id"))
                .into(new HashSet<>()));
    }

    /** Where something of it is sealed or masked: database, collection and path. */
    Set<String> contentOf(AggregateKey account) {
        return read(client -> {
            var found = new TreeSet<String>();
            for (var name : client.listDatabaseNames().into(new ArrayList<>())) {
                if (name.startsWith(databasePrefix)) {
                    found.addAll(contentIn(client.getDatabase(name), account));
                }
            }
            return found;
        });
    }

    private static Set<String> contentIn(MongoDatabase database, AggregateKey account) {
        var found = new TreeSet<String>();
        for (var name : database.listCollectionNames().into(new ArrayList<>())) {
            for (var document : database.getCollection(name).find().into(new ArrayList<>())) {
                if (document.toJson().contains(account.value())) {
                    Content.in(document).forEach(path -> found.add(database.getName() + "." + name + path));
                }
            }
        }
        return found;
    }

    private <T> T read(Function<MongoClient, T> question) {
        try (var client = MongoClients.create(mongoUri)) {
            return question.apply(client);
        }
    }
}
