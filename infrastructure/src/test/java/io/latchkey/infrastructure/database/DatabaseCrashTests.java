package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCrashTests {

    private static final int WRITERS = 4;
    private static final int KEYS = 50;
    private static final int HEAP = 256;

    /** The last version of each document that the database acknowledged. */
    private final ConcurrentMap<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger writes = new AtomicInteger();

    @RepeatedTest(2)
    void whatWasAcknowledgedIsThereAfterAKill(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("data.mv");
        try (DatabaseProcess process = DatabaseProcess.start(file, HEAP);
                MongoClient client = client(process.uri());
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            IntStream.range(0, WRITERS).forEach(i -> writers.execute(() -> writeUntilItIsGone(collection(client, i))));
            Awaitility.await().atMost(1, TimeUnit.MINUTES).untilAtomic(writes, greaterThan(WRITERS * KEYS * 5));
            process.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(file, 0);
                MongoClient client = client(database.uri())) {
            assertThat(versions(client))
                    .allSatisfy((id, version) ->
                            assertThat(version).isGreaterThanOrEqualTo(acknowledged.getOrDefault(id, 0)));
            assertThat(versions(client)).containsKeys(acknowledged.keySet().toArray(String[]::new));
            IntStream.range(0, WRITERS).forEach(i -> assertWhole(collection(client, i)));
        }
    }

    private void writeUntilItIsGone(MongoCollection<Document> documents) {
        try {
            for (int n = 0; true; n++) {
                Document document = document(documents.getNamespace().getCollectionName() + "-" + n % KEYS, n);
                documents.replaceOne(eq(document.get("_id")), document, new ReplaceOptions().upsert(true));
                acknowledged.put(document.getString("_id"), n);
                writes.incrementAndGet();
            }
        } catch (MongoException _) {
            // killed
        }
    }

    /** No document is half there: index and data agree, so each can be found, deleted and made again. */
    private static void assertWhole(MongoCollection<Document> documents) {
        for (Document document : documents.find().into(new ArrayList<>())) {
            assertThat(documents.find(eq(document.get("_id")))).hasSize(1);
            assertThat(documents.deleteOne(eq(document.get("_id"))).getDeletedCount())
                    .isOne();
            documents.insertOne(document);
        }
    }

    private static Map<String, Integer> versions(MongoClient client) {
        Map<String, Integer> versions = new HashMap<>();
        IntStream.range(0, WRITERS)
                .forEach(i -> collection(client, i)
                        .find()
                        .forEach(document -> versions.put(document.getString("_id"), document.getInteger("version"))));
        return versions;
    }

    private static Document document(String id, int version) {
        return new Document("_id", id).append("version", version).append("text", "x".repeat(500));
    }

    private static MongoCollection<Document> collection(MongoClient client, int writer) {
        return client.getDatabase("test").getCollection("documents" + writer);
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }
}
