package io.latchkey.registration.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The service's database as those see it who only ask: over a few connections of their own, so that however many ask, the
 * engine never waits for a connection. Majority read and write concern.
 */
public class ReadDatabase implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;
    private final Duration patience;

    /** @param patience for an answer of the database */
    public ReadDatabase(MongoClient client, String database, Duration patience) {
        this.client = client;
        this.database = client.getDatabase(database);
        this.patience = patience;
    }

    /** @param patience for a connection, and for an answer */
    public static void configure(MongoClientSettings.Builder settings, int connections, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        settings.readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readPreference(ReadPreference.primary())
                .applyToConnectionPoolSettings(
                        pool -> pool.minSize(0).maxSize(connections).maxWaitTime(millis, TimeUnit.MILLISECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS)
                        .readTimeout(Math.multiplyExact(2, millis), TimeUnit.MILLISECONDS));
    }

    public MongoDatabase database() {
        return database;
    }

    MongoCollection<Document> registrations() {
        return database.getCollection("registrations");
    }

    /** How long the database may work on one query. */
    long maxMillis() {
        return patience.toMillis();
    }

    @Override
    public void close() {
        client.close();
    }
}
