package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.Log;
import io.latchkey.notification.delivery.Delivery;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What the queue is built upon. */
public record QueuePorts(
        NotificationStore store, Log log, Places places, Desk desk, Delivery delivery, InstantSource clock) {

    public QueuePorts {
        var source = clock;
        clock = () ->
                source.instant().truncatedTo(ChronoUnit.MILLIS); // what a store keeps, so that states compare equal
    }
}
