package io.latchkey.messaging.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.OutageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The aggregates of one collection, with the keys that their states are sealed under. */
final class AggregateCollection<S> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final String ID = DocumentMapper.ID;
    private static final String VERSION = DocumentMapper.VERSION;

    private final MongoCollection<Document> documents;
    private final DocumentMapper<S> mapper;
    private final KeyRing<S> keyRing;

    AggregateCollection(MongoCollection<Document> documents, StateCodec<S> codec, KeyRing<S> keyRing) {
        this.documents = documents;
        this.mapper = new DocumentMapper<>(codec);
        this.keyRing = keyRing;
    }

    Map<String, AggregateDocument<S>> load(Set<String> keys) {
        return read(find(keys)).stream().collect(Collectors.toMap(AggregateDocument::key, document -> document));
    }

    private List<Document> find(Set<String> keys) {
        return orOutage(() -> documents.find(Filters.in(ID, keys)).into(new ArrayList<>()));
    }

    /** In the same order, but for those whose key is gone, which are read once more. */
    private List<AggregateDocument<S>> read(List<Document> found) {
        var accountKeys = keyRing.of(found);
        var read = new ArrayList<AggregateDocument<S>>();
        var unreadable = new HashMap<String, Document>();
        for (var document : found) {
            var key = document.getString(ID);
            if (KeyRing.namesKey(document) && !accountKeys.containsKey(key)) {
                unreadable.put(key, document);
            } else {
                read.add(mapper.read(document, accountKeys.get(key)));
            }
        }
        if (!unreadable.isEmpty()) {
            read.addAll(readAgain(unreadable));
        }
        return read;
    }

    /** Whoever destroyed the key has written the document before. */
    private List<AggregateDocument<S>> readAgain(Map<String, Document> unreadable) {
        var again = find(unreadable.keySet());
        for (var document : again) {
            var before = Objects.requireNonNull(unreadable.get(document.getString(ID)));
            if (Objects.equals(document.get(VERSION), before.get(VERSION))) {
                throw new OutageException("account key " + KeyRing.keyId(document) + " is missing from account_keys");
            }
        }
        return read(again);
    }

    Set<String> write(Collection<AggregateDocument<S>> written) {
        var accountKeys = keyRing.forWriting(written);
        var ordered = List.copyOf(written);
        var replacements = ordered.stream()
                .map(document -> new ReplaceOneModel<>(
                        stored(document.key(), document.version() - 1),
                        mapper.write(document, accountKeys.get(document.key())),
                        UPSERT))
                .toList();
        try {
            documents.bulkWrite(replacements, UNORDERED);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return lostRaces(e, ordered);
        } catch (MongoException e) {
            throw Outages.outage(e);
        }
    }

    private static Bson stored(String key, long version) {
        return Filters.and(Filters.eq(ID, key), Filters.eq(VERSION, version));
    }

    /** A stale version makes the upsert try to insert, so a lost race is a duplicate key on its own entry. */
    private static <S> Set<String> lostRaces(MongoBulkWriteException e, List<AggregateDocument<S>> written) {
        if (e.getWriteConcernError() != null
                || !e.getWriteErrors().stream().allMatch(AggregateCollection::duplicateKey)) {
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

    Map<String, Long> versions(Set<String> keys) {
        var found = orOutage(() -> documents
                .find(Filters.in(ID, keys))
                .projection(Projections.include(VERSION))
                .into(new ArrayList<>()));
        return found.stream()
                .collect(Collectors.toMap(document -> document.getString(ID), document -> document.getLong(VERSION)));
    }

    /** In the order of their keys. */
    List<AggregateDocument<S>> page(@Nullable String after, int size) {
        var rest = after == null ? new Document() : Filters.gt(ID, after);
        return read(orOutage(
                () -> documents.find(rest).sort(Sorts.ascending(ID)).limit(size).into(new ArrayList<>())));
    }

    long estimatedSize() {
        return orOutage(documents::estimatedDocumentCount);
    }

    void collect(Map<String, Long> versions) {
        var deletions = versions.entrySet().stream()
                .map(entry -> new DeleteOneModel<Document>(stored(entry.getKey(), entry.getValue())))
                .toList();
        orOutage(() -> documents.bulkWrite(deletions, UNORDERED));
    }

    void eachStranded(String partition, long beyond, Consumer<List<Pending>> perAggregate) {
        // One document, no $and: not every server of the protocol takes an operator at the top of $elemMatch.
        var entry = new Document("partition", partition).append("offset", new Document("$gt", beyond));
        var stranded = Filters.elemMatch(DocumentMapper.PENDING, entry);
        orOutage(() -> {
            documents
                    .find(stranded)
                    .projection(Projections.include(DocumentMapper.PENDING))
                    .forEach(document -> perAggregate.accept(DocumentMapper.pending(document)));
            return stranded;
        });
    }
}
