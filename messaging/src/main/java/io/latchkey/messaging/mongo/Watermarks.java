package io.latchkey.messaging.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.latchkey.messaging.engine.Store.Progress;
import io.latchkey.messaging.engine.Store.Skipped;
import io.latchkey.messaging.engine.Store.Swept;
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
    private static final String SKIPPED_FROM = "skippedFrom";
    private static final String SWEEP = "sweep";
    private static final String AFTER = "after";
    private static final String BEGAN = "began";
    private static final String RESTORED_AT = "restoredAt";

    private final MongoCollection<Document> collection;
    private final String service;

    public Watermarks(MongoDatabase database, String service) {
        this.collection = database.getCollection("watermarks");
        this.service = service;
    }

    /** Reads the document; nothing was ever delivered where there is none. */
    public Progress read() {
        var document = document();
        var restoredAt = document.getDate(RESTORED_AT);
        return new Progress(
                offsets(document, DELIVERED),
                skipped(document),
                restoredAt == null ? Instant.EPOCH : restoredAt.toInstant());
    }

    private Document document() {
        var found = orOutage(() -> collection.find(Filters.eq(service)).first());
        return found == null ? new Document() : found;
    }

    private static Map<String, Skipped> skipped(Document document) {
        var from = offsets(document, SKIPPED_FROM);
        var skipped = new HashMap<String, Skipped>();
        offsets(document, SKIPPED)
                .forEach((partition, through) ->
                        skipped.put(partition, new Skipped(from.getOrDefault(partition, -1L), through)));
        return skipped;
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

    /** Raises a watermark over what nobody took in, and remembers it; one update. */
    public void skip(String partition, long from, long through) {
        update(Updates.combine(
                Updates.max(DELIVERED + "." + partition, through),
                Updates.max(SKIPPED + "." + partition, through),
                Updates.min(SKIPPED_FROM + "." + partition, from)));
    }

    /** Where the last sweep has come to. */
    Swept swept() {
        var sweep = document().get(SWEEP, Document.class);
        return sweep == null
                ? Swept.NEVER
                : new Swept(sweep.getString(AFTER), sweep.getDate(BEGAN).toInstant());
    }

    void swept(Swept place) {
        update(Updates.set(SWEEP, new Document(AFTER, place.after()).append(BEGAN, Date.from(place.began()))));
    }

    public void restored(Instant at) {
        update(Updates.max(RESTORED_AT, Date.from(at)));
    }

    private void update(Bson update) {
        orOutage(() -> collection.updateOne(Filters.eq(service), update, new UpdateOptions().upsert(true)));
    }
}
