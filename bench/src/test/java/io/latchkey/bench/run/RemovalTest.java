package io.latchkey.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.latchkey.bench.work.Population;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was removed is in no database any more, and everybody else is. */
class RemovalTest {

    private static final int ACCOUNTS = 12;

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final MongoClient client = MongoClients.create(database.uri());

    @BeforeEach
    void enrol() {
        IntStream.range(0, ACCOUNTS).forEach(number -> {
            insert("registration.registrations", account(number).append("accountKey", new Document("id", key(number))));
            insert("registration.account_keys", new Document("_id", key(number)));
            insert("verification.verifications", account(number));
            insert("notification.notifications_accounts", account(number));
        });
    }

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    @Test
    void takesAccountsWithTheirKeysFromAllServices() {
        new Removal(client).of(2, 11);

        assertThat(ids("registration.registrations")).containsExactlyElementsOf(ids(0, 1, 11));
        assertThat(ids("registration.account_keys")).containsExactlyInAnyOrder(key(0), key(1), key(11));
        assertThat(ids("verification.verifications")).containsExactlyElementsOf(ids(0, 1, 11));
        assertThat(ids("notification.notifications_accounts")).containsExactlyElementsOf(ids(0, 1, 11));
    }

    @Test
    void takesNothingWhereNobodyIs() {
        new Removal(client).of(5, 5);
        new Removal(client).of(100, 200);

        assertThat(ids("registration.registrations")).hasSize(ACCOUNTS);
        assertThat(ids("registration.account_keys")).hasSize(ACCOUNTS);
    }

    private static Document account(int number) {
        return new Document("_id", Population.account(number).value());
    }

    private static String key(int number) {
        return "key-" + number;
    }

    private static List<String> ids(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> Population.account(number).value())
                .toList();
    }

    private void insert(String collection, Document document) {
        collection(collection).insertOne(document);
    }

    private List<String> ids(String collection) {
        return collection(collection)
                .find()
                .sort(new Document("_id", 1))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> collection(String fullName) {
        var name = new MongoNamespace(fullName);
        return client.getDatabase(name.getDatabaseName()).getCollection(name.getCollectionName());
    }
}
