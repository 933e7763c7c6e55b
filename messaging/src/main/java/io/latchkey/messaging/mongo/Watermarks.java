package io.latchkey.messaging.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.latchkey.messaging.engine.Store.Progress;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** How far one service has delivered everything: one document, collection {@code watermarks}. */
public final class Watermarks {

    private static final String DELIVERED = "delivered";
    private static final String SKIPPED = "skipped";
    private static final String RESTORED_AT = "restoredAt";

    private final MongoCollection<Document> collection;
    private final String service;

    public Watermarks(MongoDatabase database, String service) {
        this.collection = database.getCollection("watermarks");
        this.service = service;
    }

    /** Reads the document; nothing was ever delivered where there is none. */
    public Progress read() {
        var document = orOutage(() -> collection.find(Filters.eq(service)).first());
        if (document == null) {
            return Progress.NONE;
        }
        var restoredAt = document.getDate(RESTORED_AT);
        return new Progress(
                offsets(document, DELIVERED),
                offsets(document, SKIPPED),
                restoredAt == null ? Instant.EPOCH : restoredAt.toInstant());
    }

    private static Map<String, Long> offsets(Document document, String field) {
        var offsets = new HashMap<String, Long>();
        document.get(field, new Document())
                .forEach((partition, offset) -> offsets.put(partition, ((Number) offset).longValue()));
        return offsets;
    }

    /** Never lowers a watermark: one {@code $max} update. */
    public void raise(Map<String, Long> delivered) {
        if (!delivered.isEmpty()) {
            update(Updates.combine(delivered.entrySet().stream()
                    .map(entry -> Updates.max(DELIVERED + "." + entry.getKey(), entry.getValue()))
                    .toList()));
        }
    }

    /** Raises a watermark over what nobody took in, and remembers it; one {@code $max} update. */
    public void skip(String partition, long through) {
        update(Updates.combine(
                Updates.max(DELIVERED + "." + partition, through), Updates.max(SKIPPED + "." + partition, through)));
    }

    public void restored(Instant at) {
        update(Updates.max(RESTORED_AT, Date.from(at)));
    }

    private void update(Bson update) {
        orOutage(() -> collection.updateOne(Filters.eq(service), update, new UpdateOptions().upsert(true)));
    }
}
