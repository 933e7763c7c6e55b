package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: one entry for each document, of its values and its id. Those with a list or a part of a document
 * among the values stand together at the end, since no single place in the order is theirs.
 */
final class SortedIndex extends Index<Object> implements Ordered {

    private static final String ID = "_id";
    private static final byte[] NOTHING = {};

    private final MVMap<KeyValue, byte[]> map;

    SortedIndex(String name, List<IndexKey> keys, MVMap<KeyValue, byte[]> map) {
        super(name, keys, true); // sparse: a document need not stand in it, which the server checks when it deletes one
        this.map = map;
    }

    @Override
    public OrderedKeys ordered() {
        return new OrderedKeys(Stream.concat(keys().stream(), Stream.of(ID)).toList(), map);
    }

    private KeyValue key(Document document) {
        var id = Maps.position(document.get(ID)).get(0);
        List<@Nullable Object> key = new ArrayList<>();
        for (String field : keys()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            if (!Bounds.isPlain(value)) {
                return new KeyValue(OrderedKeys.UNORDERED, id);
            }
            key.add(Missing.isNullOrMissing(value) ? null : value);
        }
        key.add(id);
        return new KeyValue(key);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        map.put(key(document), NOTHING);
    }

    @Override
    public Object remove(Document document) {
        map.remove(key(document));
        return Maps.position(document.get(ID));
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        var old = key(before);
        var fresh = key(after);
        if (KeyType.INSTANCE.compare(old, fresh) != 0) {
            map.remove(old);
            map.put(fresh, NOTHING);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    /** It is read along {@link #ordered}. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return map.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
