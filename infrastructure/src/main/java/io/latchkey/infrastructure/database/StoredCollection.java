package io.latchkey.infrastructure.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Keeps documents in a map of the store, by their ids, and reads all of them one after the other. */
abstract class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<KeyValue, byte[]> documents;
    private final LongAdder writes;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<KeyValue, byte[]> documents,
            CursorRegistry cursors,
            LongAdder writes) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.writes = writes;
    }

    /** What is kept there, or null. */
    final byte @Nullable [] find(KeyValue position) {
        return documents.get(position);
    }

    final byte[] stored(Object position) {
        return requireNonNull(find((KeyValue) position));
    }

    final void put(KeyValue position, byte[] document) {
        documents.put(position, document);
        writes.increment();
    }

    /** One after the other, as they are read; the server by itself would hold all of them for an aggregation. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return all(false);
    }

    final Stream<Document> all(boolean backwards) {
        return cursor(backwards).map(cursor -> Maps.decode(cursor.getValue()));
    }

    /** Of all documents. */
    final Stream<KeyValue> positions() {
        return cursor(false).map(Cursor::getKey);
    }

    private Stream<Cursor<KeyValue, byte[]>> cursor(boolean backwards) {
        var cursor = documents.cursor(null, null, backwards);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .map(_ -> cursor);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return cursor(false).map(cursor -> new DocumentWithPosition<>(Maps.decode(cursor.getValue()), cursor.getKey()));
    }

    @Override
    protected Document getDocument(Object position) {
        return Maps.decode(stored(position));
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position =
                getIdField() == null ? new KeyValue(UUID.randomUUID()) : Maps.position(document.get(getIdField()));
        put(position, Maps.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        put((KeyValue) position, Maps.encode(after));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove((KeyValue) position);
        writes.increment();
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Counted when somebody asks: a count kept beside the documents would be written with each of them. */
    @Override
    protected int getDataSize() {
        return cursor(false).mapToInt(cursor -> cursor.getValue().length).sum();
    }

    @Override
    protected void updateDataSize(int more) {}

    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
