package io.latchkey.bench.process;

import static java.util.stream.Collectors.toMap;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Counts the documents that a server of somebody else's writes, as its change stream tells: every insert, replacement, update
 * that changes something, and deletion is one. To tell is more work for the server.
 */
final class ChangeStreamWrites implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final List<String> WRITES = List.of("insert", "replace", "update", "delete");

    /** Written to find out how far the stream is. */
    private static final String MARKS = "bench_marks";

    private final MongoClient client;
    private final List<String> databases;
    private final Thread reader;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile @Nullable RuntimeException end;

    /**
     * From now on.
     *
     * @param databases whose documents count
     * @throws CannotRun where the server opens no change stream
     */
    ChangeStreamWrites(String uri, List<String> databases) {
        this.client = MongoClients.create(uri);
        this.databases = List.copyOf(databases);
        try {
            var changes = open();
            this.reader = Thread.ofPlatform().daemon().name("change-stream").start(() -> read(changes));
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> open() {
        var ours = Filters.and(Filters.in("ns.db", databases), Filters.in("operationType", WRITES));
        try {
            return client.watch(List.of(
                            Aggregates.match(ours), Aggregates.project(Projections.include("ns", "operationType"))))
                    .maxAwaitTime(GLANCE.toMillis(), TimeUnit.MILLISECONDS)
                    .cursor();
        } catch (MongoTimeoutException e) {
            throw new CannotRun("the server (--mongodb) does not answer any more", e);
        } catch (MongoException e) {
            throw new CannotRun(
                    "the server (--mongodb) opens no change stream (%s). It must be a replica set, and its user may read all databases (readAnyDatabase)"
                            .formatted(named(e)),
                    e);
        }
    }

    /** A message may have an address in it. */
    private static String named(RuntimeException e) {
        var name = e.getClass().getSimpleName();
        return e instanceof MongoException told ? name + " " + told.getCode() : name;
    }

    private void read(MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes) {
        try (changes) {
            while (!closed) {
                var change = changes.tryNext();
                if (change != null && change.getNamespace() != null) {
                    counter(change.getNamespace().getFullName()).increment();
                }
            }
        } catch (RuntimeException e) {
            end = e;
        }
    }

    private LongAdder counter(String collection) {
        return counts.computeIfAbsent(collection, _ -> new LongAdder());
    }

    /**
     * Since it was made, by database and collection; all that was written before this call is in it.
     *
     * @throws CannotRun where the stream has ended, or nothing has come for a minute
     */
    Map<String, Long> counted() {
        awaitMark();
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().endsWith("." + MARKS))
                .collect(toMap(Map.Entry::getKey, count -> count.getValue().sum()));
    }

    private void awaitMark() {
        var marks = client.getDatabase(databases.getFirst()).getCollection(MARKS);
        var seen = counter(marks.getNamespace().getFullName());
        long before = seen.sum();
        try {
            marks.insertOne(new Document());
        } catch (MongoException e) {
            throw new CannotRun("the server (--mongodb) takes no document any more: " + named(e), e);
        }
        long told = told();
        while (!Until.isTrue(PATIENCE, () -> seen.sum() > before || !reader.isAlive())) {
            if (told == told()) {
                throw new CannotRun("the change stream of the server (--mongodb) tells nothing for a minute");
            }
            told = told();
        }
        if (!reader.isAlive()) {
            var why = end;
            throw new CannotRun(
                    "the change stream of the server (--mongodb) has ended" + (why == null ? "" : ": " + named(why)),
                    why);
        }
    }

    private long told() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public void close() {
        closed = true;
        Until.isTrue(PATIENCE, () -> !reader.isAlive());
        client.close();
    }
}
