package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    @Test
    void keepsDocumentsOverARestart(@TempDir Path directory) {
        Path file = directory.resolve("not there yet/with space.mv");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(file, 0);
                MongoClient client = MongoClients.create(database.uri())) {
            accounts(client).insertOne(account("a", 1));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(file, 0);
                MongoClient client = MongoClients.create(database.uri())) {
            assertThat(accounts(client).find()).containsExactly(account("a", 1));
        }
    }

    @Test
    void showsALostRaceAsADuplicateKeyOfItsOwnEntry() {
        try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            accounts(client).insertMany(List.of(account("a", 1), account("b", 2)));
            List<ReplaceOneModel<Document>> writes = List.of(replace("a", 1), replace("b", 1), replace("c", 0));

            assertThatThrownBy(() -> accounts(client).bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                    .asInstanceOf(InstanceOfAssertFactories.type(MongoBulkWriteException.class))
                    .extracting(MongoBulkWriteException::getWriteErrors)
                    .asInstanceOf(InstanceOfAssertFactories.list(BulkWriteError.class))
                    .singleElement()
                    .satisfies(error -> assertThat(error.getIndex()).isEqualTo(1))
                    .satisfies(error -> assertThat(error.getCode()).isEqualTo(11000));
            assertThat(accounts(client).find()).contains(account("a", 2), account("b", 2), account("c", 1));
        }
    }

    @Test
    void findsByIdAndMore() {
        try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            accounts(client).insertMany(List.of(account("a", 1), account("b", 2), account("c", 2)));

            assertThat(accounts(client).find(and(eq("_id", "b"), eq("version", 2))))
                    .containsExactly(account("b", 2));
            assertThat(accounts(client).find(and(eq("_id", "b"), eq("version", 1))))
                    .isEmpty();
            assertThat(accounts(client).find(and(eq("_id", "z"), eq("version", 1))))
                    .isEmpty();
            assertThat(accounts(client).find(and(in("_id", "a", "c", "z"), eq("version", 2))))
                    .containsExactly(account("c", 2));
        }
    }

    @Test
    void readsPagesInOrder() {
        try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            var ids = List.of("d", "b", "a", "e", "c");
            ids.forEach(id -> accounts(client).insertOne(account(id, 1)));

            assertThat(accounts(client).find().sort(ascending("_id")).limit(2))
                    .containsExactly(account("a", 1), account("b", 1));
            assertThat(accounts(client)
                            .find(gt("_id", "b"))
                            .sort(ascending("_id"))
                            .limit(2))
                    .containsExactly(account("c", 1), account("d", 1));
            assertThat(accounts(client).find().sort(descending("_id")).skip(1).limit(3))
                    .containsExactly(account("d", 1), account("c", 1), account("b", 1));
            assertThat(accounts(client)
                            .find(gt("_id", "e"))
                            .sort(ascending("_id"))
                            .limit(2))
                    .isEmpty();
        }
    }

    @Test
    void startsAnewAfterADatabaseWasDropped() {
        try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            accounts(client).insertOne(account("a", 1));
            client.getDatabase("test").drop();
            assertThat(client.listDatabaseNames()).doesNotContain("test");

            accounts(client).insertOne(account("a", 2));
            assertThat(accounts(client).find()).containsExactly(account("a", 2));
            assertThat(client.listDatabaseNames()).contains("test");
        }
    }

    @Test
    void answersHello() {
        try (EmbeddedDatabase database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                    .containsEntry("ok", 1.0);
        }
    }

    private static MongoCollection<Document> accounts(MongoClient client) {
        return client.getDatabase("test").getCollection("accounts");
    }

    private static Document account(String id, int version) {
        return new Document("_id", id).append("version", version);
    }

    /** As the services write: the next version where the last one is still there. */
    private static ReplaceOneModel<Document> replace(String id, int version) {
        return new ReplaceOneModel<>(and(eq("_id", id), eq("version", version)), account(id, version + 1), UPSERT);
    }
}
