package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A collection with indexes answers as one that has none, and so reads everything and sorts it. */
class IndexedSearchTests {

    private static final int DOCUMENTS = 120;
    private static final int CHANGES = 60;
    private static final int QUESTIONS = 300;
    private static final List<String> FIELDS = List.of("a", "b", "c.d", "_id");

    private EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private MongoClient client = client(database.uri());
    private MongoCollection<Document> indexed = collection("indexed");
    private MongoCollection<Document> plain = collection("plain");

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("test").getCollection(name);
    }

    @BeforeEach
    void makeSomeOfTheIndexes() {
        indexed.createIndex(Indexes.ascending("a", "b"));
        indexed.createIndex(Indexes.ascending("b", "_id"));
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
    void anIndexChangesNoAnswer(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            insert(document(id(random), random));
        }
        indexed.createIndex(Indexes.ascending("c.d"), new IndexOptions().sparse(true));
        for (int i = 0; i < CHANGES; i++) {
            change(random);
        }
        for (int i = 0; i < QUESTIONS; i++) {
            ask(random, seed);
        }
    }

    private void insert(Document document) {
        if (plain.find(eq("_id", document.get("_id"))).first() == null) {
            plain.insertOne(document);
            indexed.insertOne(document);
        }
    }

    private void change(Random random) {
        var id = id(random);
        switch (random.nextInt(5)) {
            case 0 -> both(collection -> collection.deleteOne(eq("_id", id)).getDeletedCount());
            case 1 -> {
                var filter = filter(random, 1);
                both(collection ->
                        collection.deleteMany(and(filter, gt("b", 3))).getDeletedCount());
            }
            case 2 -> {
                var value = value(random);
                both(collection -> collection
                        .updateMany(filter(new Random(value.hashCode()), 0), Updates.set("a", value))
                        .getModifiedCount());
            }
            default -> {
                var document = document(id, random);
                both(collection -> collection
                        .replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true))
                        .getMatchedCount());
            }
        }
    }

    private void both(ToLongFunction<MongoCollection<Document>> change) {
        assertThat(change.applyAsLong(indexed)).isEqualTo(change.applyAsLong(plain));
    }

    private void ask(Random random, long seed) {
        var filter = filter(random, 2);
        var order = new ArrayList<Bson>();
        IntStream.range(0, random.nextInt(3)).forEach(_ -> order.add(sort(random)));
        order.add(Sorts.ascending("_id")); // so that there is one right answer
        int skip = random.nextInt(3);
        int limit = random.nextInt(8);

        assertThat(found(indexed, filter, order, skip, limit))
                .as("seed %d: %s by %s, %s after %s", seed, filter, order, limit, skip)
                .isEqualTo(found(plain, filter, order, skip, limit));
        assertThat(parts(indexed, filter))
                .as("seed %d: %s", seed, filter)
                .containsExactlyInAnyOrderElementsOf(parts(plain, filter));
        assertThat(indexed.countDocuments(filter))
                .as("seed %d: %s", seed, filter)
                .isEqualTo(plain.countDocuments(filter));
        assertThat(indexed.find(filter))
                .as("seed %d: %s", seed, filter)
                .containsExactlyInAnyOrderElementsOf(plain.find(filter));
    }

    private static List<Document> found(
            MongoCollection<Document> collection, Bson filter, List<Bson> order, int skip, int limit) {
        return collection
                .find(filter)
                .sort(Sorts.orderBy(order))
                .skip(skip)
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static List<Document> parts(MongoCollection<Document> collection, Bson filter) {
        return collection.find(filter).projection(Projections.include("b", "c")).into(new ArrayList<>());
    }

    private static Bson sort(Random random) {
        var field = FIELDS.get(random.nextInt(FIELDS.size() - 1));
        return random.nextInt(4) == 0 ? Sorts.descending(field) : Sorts.ascending(field);
    }

    private static Bson filter(Random random, int depth) {
        var field = FIELDS.get(random.nextInt(FIELDS.size()));
        var value = field.equals("_id") ? id(random) : value(random);
        return switch (random.nextInt(depth == 0 ? 9 : 14)) {
            case 0, 1 -> eq(field, value);
            case 2 ->
                random.nextBoolean()
                        ? in(field, value, value(random), id(random))
                        : in(field, "v" + random.nextInt(5), "id" + random.nextInt(60), "id" + random.nextInt(60));
            case 3 -> gt(field, value);
            case 4 -> gte(field, value);
            case 5 -> lt(field, value);
            case 6 -> lte(field, value);
            case 7 -> ne(field, value);
            case 8 -> exists(field, random.nextBoolean());
            case 9 -> not(gt(field, value));
            case 10, 11 -> or(filter(random, depth - 1), filter(random, depth - 1));
            default -> and(filter(random, depth - 1), filter(random, depth - 1));
        };
    }

    private static Document document(Object id, Random random) {
        var document = new Document("_id", id);
        if (random.nextInt(5) > 0) {
            document.append("a", value(random));
        }
        if (random.nextInt(5) > 0) {
            document.append("b", value(random));
        }
        return switch (random.nextInt(4)) {
            case 0 -> document;
            case 1 -> document.append("c", List.of(new Document("d", value(random)), new Document("d", value(random))));
            default -> document.append("c", new Document("d", value(random)));
        };
    }

    private static Object id(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(30);
            case 1 -> new UUID(0, random.nextInt(30));
            default -> "id" + random.nextInt(60);
        };
    }

    private static Object value(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> random.nextInt(6);
            case 3 -> (long) random.nextInt(6);
            case 4 -> random.nextInt(6) / 2.0;
            case 5, 6 -> "v" + random.nextInt(5);
            case 7 -> new Date(random.nextInt(5));
            case 8 -> random.nextBoolean();
            case 9 -> new UUID(random.nextInt(3), 1);
            case 10 -> Arrays.asList(random.nextInt(6), "v" + random.nextInt(5));
            default -> new Document("e", random.nextInt(3));
        };
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }
}
