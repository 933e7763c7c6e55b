package io.latchkey.crashtest.checker;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.UuidRepresentation;

/** Reads the services' collections whole. */
public final class DocumentReader implements AutoCloseable {

    private final MongoClient client;

    public DocumentReader(String uri) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    public Documents read() {
        return new Documents(
                all("registration", "registrations"),
                all("verification", "verifications"),
                all("verification", "send_counters"),
                all("notification", "notifications"),
                all("notification", "notifications_done"));
    }

    /** The last delivered offsets of a service, by topic id and partition. */
    Map<String, Long> watermark(String service) {
        var delivered = new HashMap<String, Long>();
        all(service, "watermarks").stream()
                .filter(document -> Objects.equals(document.get("_id"), Topics.COLLECTIONS.get(service)))
                .map(document -> document.get("delivered", new Document()))
                .forEach(offsets -> offsets.forEach(
                        (partition, offset) -> delivered.put(partition, ((Number) offset).longValue())));
        return delivered;
    }

    /** A service without a watermark has delivered nothing. */
    public void dropWatermark(String service) {
        client.getDatabase(service).getCollection("watermarks").deleteMany(new Document());
    }

    private List<Document> all(String database, String collection) {
        return client.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
    }

    @Override
    public void close() {
        client.close();
    }
}
