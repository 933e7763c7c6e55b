package io.latchkey.bench.floor;

import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One collection, read and written a batch at a time, and counted. */
final class Documents {

    static final String ID = "_id";
    static final String VERSION = "version";

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final InsertManyOptions INSERT_UNORDERED = new InsertManyOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final Tally tally;

    Documents(MongoDatabase database, String collection, Tally tally) {
        this.collection = database.getCollection(collection);
        this.tally = tally;
    }

    /** By id, in one find. */
    Map<String, Document> find(Set<String> ids) {
        return collection.find(Filters.in(ID, ids)).into(new ArrayList<>()).stream()
                .collect(toMap(document -> document.getString(ID), Function.identity()));
    }

    /**
     * Replaces each document where its version is still what it was, and raises that.
     *
     * @throws IllegalStateException if one has moved
     */
    void replace(Collection<Document> changed) {
        if (!changed.isEmpty()) {
            var result = collection.bulkWrite(
                    changed.stream().map(Documents::replacement).toList(), UNORDERED);
            if (result.getMatchedCount() != changed.size()) {
                throw new IllegalStateException("somebody else writes " + collection.getNamespace());
            }
            count(changed);
        }
    }

    private static ReplaceOneModel<Document> replacement(Document changed) {
        long version = changed.getLong(VERSION);
        changed.put(VERSION, version + 1);
        return new ReplaceOneModel<>(stored(java.util.Objects.requireNonNull(changed.get(ID)), version), changed);
    }

    private static Bson stored(@Nullable Object id, long version) {
        return new Document(ID, id).append(VERSION, version);
    }

    void insert(List<Document> fresh) {
        if (!fresh.isEmpty()) {
            collection.insertMany(fresh, INSERT_UNORDERED);
            count(fresh);
        }
    }

    /** Whatever was there before. */
    void put(Collection<Document> known) {
        if (!known.isEmpty()) {
            var writes = known.stream()
                    .map(document -> new ReplaceOneModel<>(Filters.eq(document.get(ID)), document, UPSERT))
                    .toList();
            collection.bulkWrite(writes, UNORDERED);
            count(known);
        }
    }

    void delete(Collection<Document> gone) {
        if (!gone.isEmpty()) {
            collection.deleteMany(Filters.in(
                    ID, gone.stream().map(document -> document.get(ID)).toList()));
            tally.add(name() + ".deleted", gone.size());
        }
    }

    private String name() {
        return collection.getNamespace().getCollectionName();
    }

    private void count(Collection<Document> written) {
        tally.add(name(), written.size());
    }
}
