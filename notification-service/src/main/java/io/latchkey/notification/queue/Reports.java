package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.notification.delivery.Notification.Finished;

/** Puts an end into the words of the bus; telling it again gives the same event. */
@FunctionalInterface
public interface Reports {

    /** @throws io.latchkey.messaging.engine.OutageException if the registry does not answer */
    OutputRecord of(Finished end);
}
