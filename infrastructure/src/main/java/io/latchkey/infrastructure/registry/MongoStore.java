package io.latchkey.infrastructure.registry;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Keeps one document per schema version and setting in the collection {@code registry}. */
final class MongoStore implements RegistryStore {

    private static final String ID = "_id";
    private static final String DOCUMENT = "document";

    private final MongoCollection<Document> collection;

    MongoStore(MongoDatabase database) {
        this.collection = database.getCollection("registry").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Map<String, String> load() {
        Map<String, String> documents = new HashMap<>();
        collection.find().forEach(found -> documents.put(found.getString(ID), found.getString(DOCUMENT)));
        return documents;
    }

    @Override
    public void put(String key, String document) {
        collection.replaceOne(
                Filters.eq(ID, key),
                new Document(ID, key).append(DOCUMENT, document),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(String key) {
        collection.deleteOne(Filters.eq(ID, key));
    }
}
