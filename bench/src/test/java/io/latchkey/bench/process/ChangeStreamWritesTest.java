package io.latchkey.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.process.CannotRun;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What a server of somebody else's writes is counted as it tells; the embedded database tells nothing. */
class ChangeStreamWritesTest {

    private static final String ADDRESS = "LATCHKEY_TEST_MONGODB_URI";

    @Test
    void aServerThatDoesNotTellIsNamedAsSuch() {
        try (var server = EmbeddedDatabase.inMemory()) {
            assertThatExceptionOfType(CannotRun.class)
                    .isThrownBy(() -> new ChangeStreamWrites(server.uri(), List.of("registration")))
                    .withMessageStartingWith("the server (--mongodb) opens no change stream (Mongo")
                    .withMessageNotContaining(server.uri());
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = ADDRESS, matches = ".+")
    class OverAServerThatTells {

        private static final int MANY = 500;

        private final String uri = System.getenv(ADDRESS);
        private final String ours = "bench-" + UUID.randomUUID();
        private final String theirs = "theirs-" + UUID.randomUUID();

        @Test
        void eachDocumentThatChangesCountsOnce() {
            using((client, written) -> {
                var things = client.getDatabase(ours).getCollection("things");
                things.insertMany(IntStream.range(0, MANY).mapToObj(this::thing).toList());
                things.bulkWrite(
                        IntStream.range(0, MANY + 10)
                                .mapToObj(this::replacement)
                                .toList(),
                        new BulkWriteOptions().ordered(false));
                things.updateOne(Filters.eq(1), Updates.set("of", "somebody"));
                things.deleteMany(Filters.lt("_id", 7));
                client.getDatabase(ours).getCollection("others").insertOne(new Document());

                assertThat(written.counted())
                        .isEqualTo(Map.of(ours + ".things", MANY + MANY + 10 + 1 + 7L, ours + ".others", 1L));
            });
        }

        @Test
        void whatChangesNothingDoesNotCount() {
            using((client, written) -> {
                var things = client.getDatabase(ours).getCollection("things");
                things.insertOne(thing(1));
                things.updateOne(Filters.eq(2), Updates.set("of", "nobody"));
                things.deleteMany(Filters.eq(2));
                client.getDatabase(theirs).getCollection("things").insertOne(thing(1));

                assertThat(written.counted()).isEqualTo(Map.of(ours + ".things", 1L));
                assertThat(written.counted()).isEqualTo(Map.of(ours + ".things", 1L));
            });
        }

        private Document thing(int id) {
            return new Document("_id", id);
        }

        private ReplaceOneModel<Document> replacement(int id) {
            return new ReplaceOneModel<>(
                    Filters.eq(id), thing(id).append("version", 1), new ReplaceOptions().upsert(true));
        }

        private void using(Scenario scenario) {
            try (var client = MongoClients.create(uri);
                    var written = new ChangeStreamWrites(uri, List.of(ours))) {
                try {
                    scenario.play(client, written);
                } finally {
                    client.getDatabase(ours).drop();
                    client.getDatabase(theirs).drop();
                }
            }
        }

        private interface Scenario {
            void play(MongoClient client, ChangeStreamWrites written);
        }
    }
}
