package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTests {

    private static final List<Document> DOCUMENTS = List.of(
            new Document("_id", "a").append("tenant", "acme").append("at", new Date(5)),
            new Document("_id", "b").append("tenant", "acme").append("of", List.of(1, new Document("x", null))),
            new Document("_id", UUID.fromString("00000000-0000-0000-0000-000000000001")).append("tenant", "other"));

    @Test
    void aFileFromBeforeIsReadAndItsIndexesAreMade(@TempDir Path directory) {
        Path file = directory.resolve("data.mv");
        writeAsBefore(file);

        for (int start = 0; start < 2; start++) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(file, 0);
                    MongoClient client = client(database.uri())) {
                assertThat(documents(client).find()).containsExactlyInAnyOrderElementsOf(DOCUMENTS);
                assertThat(documents(client).find(and(eq("_id", "b"), eq("tenant", "acme"))))
                        .containsExactly(DOCUMENTS.get(1));
                assertThat(documents(client).find(eq("tenant", "acme")))
                        .containsExactlyElementsOf(DOCUMENTS.subList(0, 2));
                assertThat(documents(client).listIndexes()).hasSize(2);
                assertThat(documents(client).deleteOne(eq("_id", "a")).getDeletedCount())
                        .isOne();
                documents(client).insertOne(DOCUMENTS.getFirst());
            }
        }
    }

    private static void writeAsBefore(Path file) {
        try (MVStore store = MVStore.open(file.toString())) {
            var server = new MongoServer(new H2Backend(store));
            server.bind();
            try (MongoClient client = client(server.getConnectionString())) {
                documents(client).createIndex(Indexes.ascending("tenant"));
                documents(client).insertMany(DOCUMENTS);
            }
            server.shutdownNow();
        }
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("test").getCollection("documents");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }
}
