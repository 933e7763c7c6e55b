package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks a document up by its {@code _id} when the filter names more than that, as every compare-and-set on a version
 * does; the server by itself would scan. Of a page in some order it holds no more than the page; the server by itself would
 * hold all that the filter lets through before it sorts.
 */
final class IdFirstCollection extends H2Collection {

    IdFirstCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        return byId(query)
                .or(() -> page(query, order, skip + limit, limit))
                .map(candidates -> matchDocumentsFromStream(candidates, query, order, skip, limit, batch, fields))
                .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batch, fields));
    }

    private Optional<Stream<Document>> page(Document query, @Nullable Document order, int first, int limit) {
        boolean sorted = order != null && !order.isEmpty() && !order.containsKey("$natural");
        return sorted && limit > 0 ? Optional.of(first(query, deriveComparator(order), first)) : Optional.empty();
    }

    private Stream<Document> first(Document query, Comparator<Document> order, int most) {
        var first = new PriorityQueue<>(order.reversed());
        streamAllDocumentsWithPosition()
                .map(DocumentWithPosition::getDocument)
                .filter(document -> documentMatchesQuery(document, query))
                .forEach(document -> {
                    first.add(document);
                    if (first.size() > most) {
                        first.poll();
                    }
                });
        return first.stream();
    }

    private Optional<Stream<Document>> byId(Document query) {
        if (query.size() < 2 || !query.containsKey(getIdField())) {
            return Optional.empty();
        }
        Document id = new Document(getIdField(), query.get(getIdField()));
        return getIndexes().stream()
                .filter(index -> index.canHandle(id))
                .findFirst()
                .map(index -> candidates(index, id));
    }

    private Stream<Document> candidates(Index<Object> index, Document id) {
        return StreamSupport.stream(index.getPositions(id).spliterator(), false).map(this::getDocument);
    }
}
