package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.Store;
import java.time.Instant;
import java.util.Map;

/** How far the log was taken in. */
public interface Positions {

    Store.Progress progress();

    /** Raises watermarks, never lowers one; one update. */
    void raise(Map<String, Long> delivered);

    void restored(Instant at);
}
