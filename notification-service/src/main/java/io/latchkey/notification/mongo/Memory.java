package io.latchkey.notification.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per account, compared and set by version; the one who loses a race adds to what the winner wrote. */
final class Memory {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> accounts;

    Memory(MongoCollection<Document> accounts) {
        this.accounts = accounts;
    }

    void remember(Collection<Remembered> learned, Instant until) {
        boolean complete = learned.isEmpty();
        while (!complete) {
            var stored = find(learned.stream().map(Remembered::account).toList());
            var changes = learned.stream()
                    .map(one -> change(stored.get(one.account().value()), one, until))
                    .filter(Objects::nonNull)
                    .toList();
            complete = changes.isEmpty() || orOutage(() -> won(changes));
        }
    }

    Map<AggregateKey, Remembered> recall(Set<AggregateKey> known) {
        return find(known).values().stream()
                .map(RememberedDocument::read)
                .collect(toMap(Remembered::account, identity()));
    }

    void forget(Instant now) {
        orOutage(() -> accounts.deleteMany(Filters.lte(RememberedDocument.EXPIRES_AT, Date.from(now))));
    }

    private Map<String, Document> find(Collection<AggregateKey> known) {
        var ids = known.stream().map(AggregateKey::value).toList();
        return orOutage(() -> accounts.find(Filters.in("_id", ids)).into(new ArrayList<>())).stream()
                .collect(toMap(document -> document.getString("_id"), identity()));
    }

    /** Nothing where everything is known already. */
    private static @Nullable ReplaceOneModel<Document> change(
            @Nullable Document stored, Remembered learned, Instant until) {
        var before = stored == null ? null : RememberedDocument.read(stored);
        var after = before == null ? learned : before.and(learned);
        if (after.equals(before)) {
            return null;
        }
        long version = stored == null ? 0 : stored.getLong(RememberedDocument.VERSION);
        return new ReplaceOneModel<>(
                Filters.and(
                        Filters.eq("_id", learned.account().value()), Filters.eq(RememberedDocument.VERSION, version)),
                RememberedDocument.of(after, version + 1, until),
                UPSERT);
    }

    /** A version that is not there any more makes the upsert try to insert: a lost race is a duplicate key. */
    private boolean won(List<ReplaceOneModel<Document>> changes) {
        try {
            accounts.bulkWrite(changes, UNORDERED);
            return true;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || !e.getWriteErrors().stream().allMatch(Inserts::duplicate)) {
                throw e;
            }
            return false;
        }
    }
}
