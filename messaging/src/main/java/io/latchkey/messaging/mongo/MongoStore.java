package io.latchkey.messaging.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * The engine's store over the driver: one find, one unordered bulk write and one watermark update per batch, and for
 * personal state at most one find and one write more for the accounts' keys.
 *
 * <p>The client must be configured with majority read and write concern.
 */
public final class MongoStore<S> implements Store<S> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> aggregates;
    private final Watermarks watermarks;
    private final DocumentMapper<S> mapper;
    private final KeyRing<S> keyRing;

    /**
     * @param collection of the aggregates, such as {@code registrations}
     * @param keys asked only where the codec's state is personal
     */
    public MongoStore(MongoDatabase database, String collection, StateCodec<S> codec, AccountKeys keys) {
        this.aggregates = database.getCollection(collection);
        this.watermarks = new Watermarks(database, collection);
        this.mapper = new DocumentMapper<>(codec);
        this.keyRing = new KeyRing<>(codec, keys);
    }

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        var found = orOutage(() -> aggregates.find(Filters.in("_id", keys)).into(new ArrayList<>()));
        var accountKeys = keyRing.of(found);
        var loaded = new HashMap<String, AggregateDocument<S>>();
        found.forEach(document -> loaded.put(
                document.getString("_id"), mapper.read(document, accountKeys.get(document.getString("_id")))));
        return loaded;
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> documents) {
        var accountKeys = keyRing.forWriting(documents);
        var ordered = List.copyOf(documents);
        var replacements = ordered.stream()
                .map(document -> new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", document.key()), Filters.eq("version", document.version() - 1)),
                        mapper.write(document, accountKeys.get(document.key())),
                        UPSERT))
                .toList();
        try {
            aggregates.bulkWrite(replacements, UNORDERED);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return lostRaces(e, ordered);
        } catch (MongoException e) {
            throw Outages.outage(e);
        }
    }

    /** A stale version makes the upsert try to insert, so a lost race is a duplicate key on its own entry. */
    private static <S> Set<String> lostRaces(MongoBulkWriteException e, List<AggregateDocument<S>> written) {
        if (e.getWriteConcernError() != null || !e.getWriteErrors().stream().allMatch(MongoStore::duplicateKey)) {
            throw Outages.outage(e);
        }
        var lost = new HashSet<String>();
        e.getWriteErrors()
                .forEach(error -> lost.add(written.get(error.getIndex()).key()));
        return lost;
    }

    private static boolean duplicateKey(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    @Override
    public Progress progress() {
        return watermarks.read();
    }

    @Override
    public void raise(Map<String, Long> delivered) {
        watermarks.raise(delivered);
    }

    @Override
    public void skip(String partition, long through) {
        watermarks.skip(partition, through);
    }

    @Override
    public void restored(Instant at) {
        watermarks.restored(at);
    }

    @Override
    public void eachStranded(String partition, long beyond, Consumer<List<Pending>> perAggregate) {
        // One document, no $and: not every server of the protocol takes an operator at the top of $elemMatch.
        var entry = new Document("partition", partition).append("offset", new Document("$gt", beyond));
        var stranded = Filters.elemMatch(DocumentMapper.PENDING, entry);
        orOutage(() -> {
            aggregates
                    .find(stranded)
                    .projection(Projections.include(DocumentMapper.PENDING))
                    .forEach(document -> perAggregate.accept(DocumentMapper.pending(document)));
            return stranded;
        });
    }
}
