package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it is in the file. Commands run side by side; a commit waits for those that are running, so
 * that it never holds half of one, and serves all of them.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildInfo",
            "connectionStatus",
            "count",
            "distinct",
            "endSessions",
            "find",
            "getMore",
            "getParameter",
            "hello",
            "hostInfo",
            "isMaster",
            "ismaster",
            "killCursors",
            "listCollections",
            "listDatabases",
            "listIndexes",
            "ping");

    private final ReadWriteLock commit;
    private final Map<String, MongoDatabase> databases;
    private final Writes writes;

    DurableBackend(MVStore store) {
        this.commit = new ReentrantReadWriteLock();
        this.databases = new ConcurrentHashMap<>(); // before super(): it opens databases
        this.writes = new Writes();
        super(store);
    }

    /** The server knows {@code hello} by its old name only; health checks use the new one. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return super.handleCommand(channel, database, command.equals("hello") ? "ismaster" : command, query);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document reply = answer(message);
        if (isWrite(message)) {
            commitAll();
        }
        return reply;
    }

    private Document answer(MongoMessage message) {
        commit.readLock().lock();
        try {
            return super.handleMessage(message);
        } finally {
            commit.readLock().unlock();
        }
    }

    private void commitAll() {
        commit.writeLock().lock();
        try {
            if (getMvStore().hasUnsavedChanges()) {
                getMvStore().commit();
            }
        } finally {
            commit.writeLock().unlock();
        }
    }

    Writes writes() {
        return writes;
    }

    private static boolean isWrite(MongoMessage message) {
        return !READS.contains(message.getDocument().keySet().iterator().next());
    }

    /** Once: the server would open all of them again whenever they are listed, as health checks do. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(
                name, it -> new IndexedDatabase(it, getMvStore(), getCursorRegistry(), writes));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }
}
