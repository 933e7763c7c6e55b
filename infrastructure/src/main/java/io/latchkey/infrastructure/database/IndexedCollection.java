package io.latchkey.infrastructure.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks documents up by their ids or along an index whatever else the filter asks; the server by itself would scan. Of a
 * page in some order it holds no more than the page, and of what it deletes no more than the ids; the server by itself would
 * hold all that the filter lets through.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<KeyValue, byte[]> documents;
    private final LongAdder writes;

    IndexedCollection(
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

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        if (order != null && order.containsKey("$natural")) {
            return super.queryDocuments(query, order, skip, limit, batch, fields);
        }
        return Access.best(indexes(), query, order)
                .map(access -> along(access, query, order, skip, limit, batch, fields))
                .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batch, fields));
    }

    private Stream<OrderedKeys> indexes() {
        return getIndexes().stream()
                .filter(Ordered.class::isInstance)
                .map(Ordered.class::cast)
                .map(Ordered::ordered);
    }

    private QueryResult along(
            Access access,
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batch,
            @Nullable Document fields) {
        var sort = access.inOrder() ? null : deriveComparator(order);
        if (!access.exact()) {
            return answer(query, stored(access).map(Maps::decode), sort, skip, limit, batch, fields);
        }
        var excerpt = sort == null ? Excerpt.of(fields) : Optional.<Excerpt>empty();
        var found =
                stored(access).map(bytes -> excerpt.map(it -> it.decode(bytes)).orElseGet(() -> Maps.decode(bytes)));
        return answer(new Document(), found, sort, skip, limit, batch, fields);
    }

    private Stream<byte[]> stored(Access access) {
        return access.ids()
                .map(ids -> ids.map(documents::get).filter(Objects::nonNull))
                .orElseGet(() -> access.positions().map(this::stored));
    }

    private byte[] stored(Object position) {
        return requireNonNull(documents.get((KeyValue) position));
    }

    private QueryResult answer(
            Document query,
            Stream<Document> found,
            @Nullable Comparator<Document> sort,
            int skip,
            int limit,
            int batch,
            @Nullable Document fields) {
        var candidates = sort != null && limit > 0 ? first(query, found, sort, skip + limit) : found;
        return matchDocumentsFromStream(query, candidates, skip, limit, batch, sort, fields);
    }

    private Stream<Document> first(Document query, Stream<Document> found, Comparator<Document> sort, int most) {
        var first = new PriorityQueue<>(sort.reversed());
        found.filter(document -> documentMatchesQuery(document, query)).forEach(document -> {
            first.add(document);
            if (first.size() > most) {
                first.poll();
            }
        });
        return first.stream();
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        var replacement = multi ? Optional.<Replacement>empty() : Replacement.of(selector, update);
        if (replacement.isEmpty()) {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        }
        var stored = documents.get(replacement.get().position());
        if (stored != null) {
            var before = compared(selector, replacement.get()).decode(stored);
            if (documentMatchesQuery(before, selector)) {
                return replaced(before, stored, replacement.get(), selector, oplog);
            }
        }
        return upsert ? inserted(replacement.get(), oplog) : updated(0, 0);
    }

    /** What a replacement needs of the document that it replaces. */
    private Excerpt compared(Document selector, Replacement replacement) {
        var indexed =
                getIndexes().stream().flatMap(index -> index.getKeys().stream()).map(IndexKey::getKey);
        return Excerpt.of(Stream.concat(replacement.asked(selector), indexed));
    }

    private Document replaced(Document before, byte[] stored, Replacement replacement, Document selector, Oplog oplog) {
        var after = Maps.encode(replacement.after());
        boolean changed = !Arrays.equals(after, stored);
        if (changed) {
            reindex(replacement, before);
            put(replacement.position(), after);
        }
        oplog.handleUpdate(
                getFullName(), selector, replacement.after(), changed ? List.of(replacement.id()) : List.of());
        return updated(1, changed ? 1 : 0);
    }

    private void reindex(Replacement replacement, Document before) {
        var after = replacement.after();
        getIndexes().forEach(index -> index.checkUpdate(before, after, this));
        getIndexes().forEach(index -> index.updateInPlace(before, after, replacement.position(), this));
    }

    /** Refused as a duplicate where the document is there, but not as it was asked to be. */
    private Document inserted(Replacement replacement, Oplog oplog) {
        addDocument(replacement.after());
        oplog.handleInsert(getFullName(), List.of(replacement.after()));
        var answer = new Document("upserted", replacement.id());
        answer.putAll(updated(0, 0));
        return answer;
    }

    private static Document updated(int matched, int modified) {
        return new Document("n", matched).append("nModified", modified);
    }

    /** All are found before the first is removed, as whoever goes along an index must not change it. */
    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        var found = positions(selector).filter(position -> isThere(position, selector));
        var ids = (limit > 0 ? found.limit(limit) : found)
                .toList().stream().map(this::removed).toList();
        oplog.handleDelete(getFullName(), selector, ids);
        return ids.size();
    }

    private Stream<KeyValue> positions(Document selector) {
        return Access.best(indexes(), selector, null)
                .map(access -> access.ids().orElseGet(access::positions))
                .orElseGet(() -> cursor(false).map(Cursor::getKey));
    }

    private boolean isThere(KeyValue position, Document selector) {
        var stored = documents.get(position);
        return stored != null && documentMatchesQuery(Maps.decode(stored), selector);
    }

    /** @return its id */
    private @Nullable Object removed(KeyValue position) {
        var document = getDocument(position);
        removeDocument(document);
        return document.get(getIdField());
    }

    /** Of all documents. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        var all = all(isNaturalDescending(order));
        return answer(query, all, deriveComparator(order), skip, limit, batch, fields);
    }

    /** One after the other, as they are read; the server by itself would hold all of them for an aggregation. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return all(false);
    }

    private Stream<Document> all(boolean backwards) {
        return cursor(backwards).map(cursor -> Maps.decode(cursor.getValue()));
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

    private void put(KeyValue position, byte[] document) {
        documents.put(position, document);
        writes.increment();
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
