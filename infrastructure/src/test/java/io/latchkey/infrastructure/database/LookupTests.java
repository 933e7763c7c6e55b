package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found by ids is what was written under them. */
class LookupTests {

    private static final Document EVERYTHING = new Document("_id", "a")
            .append("text", "ä")
            .append("part", new Document("list", List.of(1, "x")))
            .append("list", List.of(new Document("b", 1), "y"))
            .append("bytes", new Binary(new byte[] {1, 2, 0}))
            .append("nothing", null)
            .append("time", new Date(1))
            .append("key", new ObjectId("507f1f77bcf86cd799439011"))
            .append("yes", true)
            .append("int", 1)
            .append("long", 2L)
            .append("double", 2.5)
            .append("decimal", new Decimal128(3))
            .append("timestamp", new BsonTimestamp(4, 5))
            .append("version", 1);

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final MongoClient client = MongoClients.create(database.uri());
    private final MongoCollection<Document> collection =
            client.getDatabase("test").getCollection("lookups");

    @BeforeEach
    void write() {
        collection.insertMany(List.of(EVERYTHING, new Document("_id", "b").append("version", 2)));
    }

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    private List<Document> found(Bson filter, String... fields) {
        return collection.find(filter).projection(Projections.include(fields)).into(new ArrayList<>());
    }

    @Test
    void eachFieldIsFoundWithoutTheOthers() {
        EVERYTHING.forEach((field, value) -> assertThat(found(eq("_id", "a"), field))
                .as(field)
                .containsExactly(new Document("_id", "a").append(field, value)));
    }

    @Test
    void aFieldOfAPartIsFoundInIt() {
        assertThat(found(eq("_id", "a"), "part.list"))
                .containsExactly(new Document("_id", "a").append("part", EVERYTHING.get("part")));
    }

    @Test
    void absentIdsAreNotFound() {
        assertThat(collection.find(in("_id", "b", "absent", "a", "b")))
                .containsExactlyInAnyOrder(EVERYTHING, new Document("_id", "b").append("version", 2));
    }

    @Test
    void whatElseIsAskedIsCompared() {
        assertThat(found(new Document("_id", new Document("$in", List.of("a", "b"))).append("version", 2), "version"))
                .containsExactly(new Document("_id", "b").append("version", 2));
        assertThat(found(new Document("_id", "a").append("version", 2), "version"))
                .isEmpty();
    }
}
