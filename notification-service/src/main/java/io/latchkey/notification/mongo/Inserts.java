package io.latchkey.notification.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;
import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** Inserts what is not there yet. */
final class Inserts {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private Inserts() {}

    /** @return the ids that were there already */
    static Set<UUID> into(MongoCollection<Document> collection, List<Document> documents) {
        return documents.isEmpty() ? Set.of() : orOutage(() -> insert(collection, documents));
    }

    private static Set<UUID> insert(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, UNORDERED);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return duplicates(e, documents);
        }
    }

    private static Set<UUID> duplicates(MongoBulkWriteException e, List<Document> documents) {
        if (e.getWriteConcernError() != null || !e.getWriteErrors().stream().allMatch(Inserts::duplicate)) {
            throw e;
        }
        return e.getWriteErrors().stream()
                .map(error -> documents.get(error.getIndex()).get("_id", UUID.class))
                .collect(toSet());
    }

    static boolean duplicate(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
