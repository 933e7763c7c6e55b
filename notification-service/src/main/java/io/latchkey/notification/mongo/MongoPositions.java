package io.latchkey.notification.mongo;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.mongo.Watermarks;
import io.latchkey.notification.queue.Positions;
import java.time.Instant;
import java.util.Map;

/** Notification's own entry among the watermarks. */
final class MongoPositions implements Positions {

    private final Watermarks watermarks;

    MongoPositions(MongoDatabase database) {
        this.watermarks = new Watermarks(database, Indexes.UNDER_WAY);
    }

    @Override
    public Store.Progress progress() {
        return watermarks.read();
    }

    @Override
    public void raise(Map<String, Long> delivered) {
        watermarks.raise(delivered);
    }

    @Override
    public void restored(Instant at) {
        watermarks.restored(at);
    }
}
