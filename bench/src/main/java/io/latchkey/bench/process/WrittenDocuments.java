package io.latchkey.bench.process;

import static java.util.stream.Collectors.toMap;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
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

/**
 * Counts the documents that a server of somebody else's writes, as it tells by a change stream: every insert, replacement,
 * update that changes something, and deletion is one. To tell it is more work for the server.
 */
final class WrittenDocuments implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final List<String> WRITES = List.of("insert", "replace", "update", "delete");

    /** Of what is written to find out how far the stream is. */
    private static final String MARKS = "bench_marks";

    private final MongoClient client;
    private final String first;
    private final Thread reader;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /**
     * From now on.
     *
     * @param databases whose documents count
     * @throws CannotRun where the server has no change streams, or does not open one for this user
     */
    WrittenDocuments(String uri, List<String> databases) {
        client = MongoClients.create(uri);
        first = databases.getFirst();
        var cursor = open(databases);
        reader = Thread.ofPlatform().daemon().name("written-documents").start(() -> read(cursor));
    }

    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> open(List<String> databases) {
        try {
            return changes(databases).cursor();
        } catch (MongoException e) {
            client.close();
            throw new CannotRun(
                    "the server (--mongodb) opens no change stream over all databases: "
                            + e.getClass().getSimpleName() + " " + e.getCode(),
                    e);
        }
    }

    private ChangeStreamIterable<Document> changes(List<String> databases) {
        var ours = Filters.and(Filters.in("ns.db", databases), Filters.in("operationType", WRITES));
        return client.watch(
                        List.of(Aggregates.match(ours), Aggregates.project(Projections.include("ns", "operationType"))))
                .maxAwaitTime(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void read(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
        try (cursor) {
            while (!ended) {
                var change = cursor.tryNext();
                if (change != null && change.getNamespace() != null) {
                    counter(change.getNamespace().getFullName()).increment();
                }
            }
        }
    }

    private LongAdder counter(String collection) {
        return counts.computeIfAbsent(collection, _ -> new LongAdder());
    }

    /**
     * Since it was made, by database and collection; all that was written before this call is in it.
     *
     * @throws CannotRun where the stream has ended, or is far behind
     */
    Map<String, Long> counted() {
        var marks = client.getDatabase(first).getCollection(MARKS);
        var seen = counter(marks.getNamespace().getFullName());
        long before = seen.sum();
        marks.insertOne(new Document());
        if (!Until.isTrue(PATIENCE, () -> seen.sum() > before || !reader.isAlive()) || !reader.isAlive()) {
            throw new CannotRun("the change stream of the server (--mongodb) has ended, or is a minute behind");
        }
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().endsWith("." + MARKS))
                .collect(toMap(Map.Entry::getKey, count -> count.getValue().sum()));
    }

    @Override
    public void close() {
        ended = true;
        Until.isTrue(PATIENCE, () -> !reader.isAlive());
        client.close();
    }
}
