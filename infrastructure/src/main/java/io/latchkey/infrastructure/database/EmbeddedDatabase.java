package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoServer;
import io.latchkey.infrastructure.Ports;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVStore;

/**
 * A database on the loopback interface that speaks MongoDB's wire protocol. A write that it acknowledged survives
 * {@code kill -9}, and a command that it did not acknowledge is there as a whole or not at all.
 *
 * <p>It is a fake: no transactions, no TTL, no partial indexes, no update pipelines. Ids and the first keys of an index,
 * asked for as values or as one range, are looked up; what a filter asks besides is checked on the documents found. A page
 * in ascending order of an index is read along it. Everything else reads the whole collection, an aggregation always.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final DurableBackend backend;
    private final MongoServer server;

    private EmbeddedDatabase(MVStore store, int port) {
        this.backend = new DurableBackend(store);
        this.server = new MongoServer(backend);
        server.bind(Ports.LOOPBACK, port);
    }

    /** @param port 0 for a free one */
    public static EmbeddedDatabase start(Path file, int port) {
        return new EmbeddedDatabase(StoreFile.open(file), port);
    }

    /** On a free port; what it holds is gone after {@link #close()}. */
    public static EmbeddedDatabase inMemory() {
        return new EmbeddedDatabase(MVStore.open(null), 0);
    }

    /** Without a database's name. */
    public String uri() {
        return server.getConnectionString();
    }

    /** How many documents were inserted, changed or removed since it was started, by database and collection. */
    public Map<String, Long> writes() {
        return backend.writes().counted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
