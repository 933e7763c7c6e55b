package io.latchkey.notification.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.latchkey.notification.queue.NotificationStore;
import java.util.UUID;
import org.bson.UuidRepresentation;

/** A database of its own for each user, dropped at the end. */
public final class Databases implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    public Databases(String uri) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .build());
        database = client.getDatabase("notification_test_" + UUID.randomUUID());
    }

    public MongoDatabase database() {
        return database;
    }

    public NotificationStore store() {
        return new MongoNotificationStore(database, _ -> {});
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
