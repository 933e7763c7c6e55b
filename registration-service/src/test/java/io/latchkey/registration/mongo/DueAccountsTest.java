package io.latchkey.registration.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueAccountsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final MongoClient client = MongoClients.create(database.uri());
    private final MongoCollection<Document> registrations =
            client.getDatabase("registration").getCollection("registrations");
    private final DueAccounts accounts = new DueAccounts(registrations);

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    @Test
    void findsWhatIsDueAndNothingElse() {
        insert("due", NOON);
        insert("overdue", NOON.minusSeconds(1));
        insert("not-yet", NOON.plusMillis(1));
        registrations.insertOne(new Document("_id", "t/announced"));
        assertThat(accounts.page(NOON, null, 10))
                .containsExactly(due("overdue", NOON.minusSeconds(1)), due("due", NOON));
    }

    @Test
    void pagesMeetEveryAccountOnceAlsoWhereManyAreDueAtOnce() {
        insert("a", NOON);
        insert("b", NOON);
        insert("c", NOON);
        insert("z", NOON.minusSeconds(1));
        insert("d", NOON.plusSeconds(1));
        var later = NOON.plusSeconds(5);
        var first = accounts.page(later, null, 2);
        var second = accounts.page(later, first.getLast(), 2);
        var third = accounts.page(later, second.getLast(), 2);
        assertThat(List.of(first, second, third))
                .isEqualTo(List.of(
                        List.of(due("z", NOON.minusSeconds(1)), due("a", NOON)),
                        List.of(due("b", NOON), due("c", NOON)),
                        List.of(due("d", NOON.plusSeconds(1)))));
    }

    @Test
    void readsAlongAnIndex() {
        insert("due", NOON);
        accounts.page(NOON, null, 1);
        accounts.page(NOON, null, 1);
        assertThat(registrations.listIndexes())
                .extracting(index -> index.get("key"))
                .contains(new Document("tickAt", 1).append("_id", 1));
    }

    private void insert(String user, Instant tickAt) {
        registrations.insertOne(new Document("_id", "t/" + user).append("tickAt", Date.from(tickAt)));
    }

    private static DueAccount due(String user, Instant tickAt) {
        return new DueAccount(new AggregateKey("t", user), tickAt);
    }
}
