package io.latchkey.embedded.scan;

import static io.latchkey.embedded.scan.Haystack.Kind.COLLECTION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;

/** Every document that a database server holds, as the driver gives it. */
public final class CollectionHaystacks {

    private CollectionHaystacks() {}

    public static Stream<Haystack> of(String uri, Predicate<String> chosenDatabases) {
        try (var client = MongoClients.create(uri)) {
            return client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(chosenDatabases)
                    .map(client::getDatabase)
                    .flatMap(CollectionHaystacks::documents)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Haystack> documents(MongoDatabase database) {
        return database.listCollectionNames().into(new ArrayList<>()).stream().flatMap(name -> {
            var documents = database.getCollection(name, RawBsonDocument.class).find();
            return documents.into(new ArrayList<>()).stream()
                    .flatMap(it -> readings(database.getName() + "." + name, it));
        });
    }

    /** BSON holds field names, strings and binaries at any depth as they are; JSON shows a code kept as a number too. */
    private static Stream<Haystack> readings(String place, RawBsonDocument document) {
        var buffer = document.getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return List.of(bytes, document.toJson().getBytes(UTF_8)).stream()
                .map(reading -> new Haystack(COLLECTION, place, reading));
    }
}
