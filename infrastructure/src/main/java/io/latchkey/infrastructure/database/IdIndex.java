package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The documents themselves, since they are kept by their ids: adding and removing them is the collection's part. */
final class IdIndex extends AbstractUniqueIndex<Object> implements Ordered {

    private static final String ID = "_id";

    private final MVMap<KeyValue, byte[]> documents;

    IdIndex(String name, List<IndexKey> id, MVMap<KeyValue, byte[]> documents) {
        super(name, id, false);
        this.documents = documents;
    }

    @Override
    public OrderedKeys ordered() {
        return new OrderedKeys(keys(), documents);
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(place(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID)));
        }
    }

    @Override
    public synchronized Object remove(Document document) {
        return place(document);
    }

    @Override
    public Object getPosition(Document document) {
        return place(document);
    }

    private static KeyValue place(Document document) {
        return Maps.position(document.get(ID));
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        // the collection has put it there
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // the server has refused to change an id
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        // the document stays where it is
    }

    @Override
    protected boolean putKeyPosition(KeyValue id, Object position) {
        return true;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue id) {
        return getPosition(id);
    }

    @Override
    protected @Nullable Object getPosition(KeyValue id) {
        return documents.containsKey(id) ? id : null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> documents.keyList().stream()
                .map(id -> Map.<KeyValue, Object>entry(id, id))
                .iterator();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
