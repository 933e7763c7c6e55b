package io.latchkey.messaging.mongo;

import com.mongodb.MongoException;
import io.latchkey.messaging.engine.OutageException;
import java.util.function.Supplier;

/** Whatever the driver throws is an outage to whoever reads the log, and is retried for ever. */
public final class Outages {

    private Outages() {}

    /** The driver's message may quote documents, so only its type is told. */
    public static <T> T orOutage(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw outage(e);
        }
    }

    static OutageException outage(MongoException e) {
        return new OutageException(
                "MongoDB does not answer as it should: " + e.getClass().getSimpleName() + ", code " + e.getCode());
    }
}
