package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** Makes its collections {@link IndexedCollection}s, and indexes that find what is not unique. */
final class IndexedDatabase extends H2Database {

    private static final String ID = "_id";

    private final MVStore store;
    private final Writes writes;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors, Writes writes) {
        this.store = store; // before super(): it opens collections
        this.writes = writes;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var fullName = getFullCollectionNamespace(name);
        var documents = Maps.documents(store, fullName);
        return new IndexedCollection(this, name, options, documents, cursorRegistry, writes.of(fullName));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return keys.size() == 1 && keys.getFirst().getKey().equals(ID)
                ? new IdIndex(name, keys, Maps.documents(store, getFullCollectionNamespace(collection)))
                : super.openOrCreateUniqueIndex(collection, name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SortedIndex(name, keys, Maps.index(store, getFullCollectionNamespace(collection), name));
    }
}
