package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
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
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks documents up by their ids or along an index whatever else the filter asks; the server by itself would scan. Of a
 * page in some order it holds no more than the page, and of what it deletes no more than the ids; the server by itself would
 * hold all that the filter lets through.
 */
final class IndexedCollection extends StoredCollection {

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<KeyValue, byte[]> documents,
            CursorRegistry cursors,
            LongAdder writes) {
        super(database, name, options, documents, cursors, writes);
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
                .map(ids -> ids.map(this::find).filter(Objects::nonNull))
                .orElseGet(() -> access.positions().map(this::stored));
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
        var stored = find(replacement.get().position());
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
                .orElseGet(this::positions);
    }

    private boolean isThere(KeyValue position, Document selector) {
        var stored = find(position);
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
}
