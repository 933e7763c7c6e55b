package io.latchkey.bench.growth;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.latchkey.bench.work.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** What the accounts from 0 to {@code accounts}, exclusive, take in the services' databases. */
public record DocumentBytes(MongoClient client, int accounts) {

    private static final int SAMPLE = 1000;

    /** Of collections whose documents are accounts, a random sample; keys have random ids, so that their first ones are one. */
    public List<CollectionBytes> sampled() {
        return Stream.of(
                        ofAccounts("registration", "registrations"),
                        of("registration", "account_keys", new Document()),
                        ofAccounts("verification", "verifications"),
                        ofAccounts("notification", "notifications_accounts"))
                .toList();
    }

    private CollectionBytes ofAccounts(String database, String collection) {
        var random = new SplittableRandom(accounts);
        var ids = IntStream.range(0, SAMPLE)
                .mapToObj(any -> Population.account(random.nextInt(accounts)).value())
                .distinct()
                .toList();
        return of(database, collection, Filters.in("_id", ids));
    }

    private CollectionBytes of(String database, String collection, Bson which) {
        var stored = client.getDatabase(database).getCollection(collection, RawBsonDocument.class);
        long documents = stored.estimatedDocumentCount();
        double average = average(stored, which);
        double share = Math.min(1, (double) documents / accounts);
        return new CollectionBytes(database, collection, documents, average, average * share);
    }

    private static double average(MongoCollection<RawBsonDocument> stored, Bson which) {
        long documents = 0;
        long bytes = 0;
        for (var document : stored.find(which).limit(SAMPLE)) {
            documents++;
            bytes += document.getByteBuffer().remaining();
        }
        return documents == 0 ? 0 : (double) bytes / documents;
    }

    /** Of the embedded database's file, everything in it included. */
    public double fileBytesPerAccount(Path file) {
        try {
            return (double) Files.size(file) / accounts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
