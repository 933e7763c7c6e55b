package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks a document up by its {@code _id} when the filter names more than that, as every compare-and-set on a version
 * does; the server by itself would scan.
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
                .map(candidates -> matchDocumentsFromStream(candidates, query, order, skip, limit, batch, fields))
                .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batch, fields));
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
