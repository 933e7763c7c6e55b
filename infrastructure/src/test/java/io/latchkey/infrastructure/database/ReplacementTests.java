package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replacement that goes the short way answers, refuses and leaves behind what the server's own way would. */
class ReplacementTests {

    private static final int CHANGES = 400;

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(database.uri()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private final MongoCollection<Document> quick = collection("quick");
    private final MongoCollection<Document> thorough = collection("thorough");

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("test").getCollection(name);
    }

    @BeforeEach
    void index() {
        for (var each : List.of(quick, thorough)) {
            each.createIndex(
                    Indexes.ascending("email"), new IndexOptions().unique(true).sparse(true));
            each.createIndex(Indexes.ascending("owner"));
        }
    }

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    /** Some that are the same each time, and one that is not. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 4), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theShortWayEndsWhereTheLongOneDoes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            var id = id(random);
            int version = random.nextInt(3);
            var document = document(id, random);
            var options = new ReplaceOptions().upsert(random.nextBoolean());

            assertThat(outcome(quick, asked(id, version, random), document, options))
                    .isEqualTo(outcome(thorough, spelledOut(id, version), document, options));
        }
        assertThat(all(quick)).isEqualTo(all(thorough));
        for (int owner = 0; owner < 3; owner++) {
            assertThat(quick.find(eq("owner", "o" + owner)))
                    .containsExactlyInAnyOrderElementsOf(thorough.find(eq("owner", "o" + owner)));
        }
    }

    private static Object id(Random random) {
        int number = random.nextInt(8);
        return number % 2 == 0 ? "id" + number : new UUID(number, number);
    }

    private static Bson asked(Object id, int version, Random random) {
        return random.nextBoolean()
                ? and(eq("_id", id), eq("version", version))
                : new Document("$and", List.of(new Document("_id", id), new Document("version", version)));
    }

    /** The same, but no plain value, which only the server's own way takes. */
    private static Bson spelledOut(Object id, int version) {
        return new Document("_id", new Document("$eq", id)).append("version", new Document("$eq", version));
    }

    private static String outcome(
            MongoCollection<Document> collection, Bson filter, Document document, ReplaceOptions options) {
        try {
            var result = collection.replaceOne(filter, document, options);
            return "%d found, %s inserted".formatted(result.getMatchedCount(), result.getUpsertedId());
        } catch (MongoWriteException e) {
            return e.getError().getCategory() + " of " + (e.toString().contains("email") ? "email" : "_id");
        }
    }

    private static Document document(Object id, Random random) {
        var document = new Document();
        if (random.nextInt(4) > 0) {
            document.append("owner", "o" + random.nextInt(3));
        }
        if (random.nextInt(3) > 0) {
            document.append("_id", random.nextInt(20) > 0 ? id : "another");
        }
        if (random.nextInt(3) > 0) {
            document.append("email", "e" + random.nextInt(8));
        }
        return document.append("version", random.nextInt(3)).append("part", new Document("a", random.nextInt(2)));
    }

    private static List<Document> all(MongoCollection<Document> collection) {
        return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }
}
