package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has expired in weeks is deleted at once, and may be more than there is memory. */
class LargeDeletionTests {

    private static final int HEAP = 48;
    private static final int DOCUMENTS = 2_000;
    private static final int AT_ONCE = 20;
    private static final int KILOBYTES_OF_EACH = 50;

    /** Along an index, and among all documents. */
    static Bson[] filters() {
        return new Bson[] {lt("expiresAt", DOCUMENTS), exists("text")};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void moreIsDeletedAtOnceThanThereIsMemory(Bson filter, @TempDir Path directory) throws Exception {
        try (var process = DatabaseProcess.start(directory.resolve("data.mv"), HEAP);
                var client = MongoClients.create(process.uri())) {
            var collection = client.getDatabase("test").getCollection("expiring");
            collection.createIndex(Indexes.ascending("expiresAt"));
            fill(collection);

            assertThat(collection.deleteMany(filter).getDeletedCount()).isEqualTo(DOCUMENTS);
            assertThat(collection.find()).containsExactly(new Document("_id", "kept"));
        }
    }

    private static void fill(MongoCollection<Document> collection) {
        collection.insertOne(new Document("_id", "kept"));
        for (int from = 0; from < DOCUMENTS; from += AT_ONCE) {
            collection.insertMany(IntStream.range(from, from + AT_ONCE)
                    .mapToObj(LargeDeletionTests::document)
                    .toList());
        }
    }

    private static Document document(int number) {
        return new Document("_id", "expired-" + number)
                .append("expiresAt", number)
                .append("text", new Binary(new byte[KILOBYTES_OF_EACH * 1024]));
    }
}
