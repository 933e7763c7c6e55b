package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The last look before anything is sent. A notification is archived before it is removed from those under way, so whoever
 * has written one and then finds it archived has written a repeat.
 */
final class HandOver {

    private final QueuePorts ports;

    HandOver(QueuePorts ports) {
        this.ports = ports;
    }

    /** @param written what was stored just now; a place is held for each that is started */
    void handOver(Set<UUID> ids, Collection<Stored<Notification>> written) {
        var archived = ports.store().archived(ids);
        if (!archived.isEmpty()) {
            ports.store().remove(archived);
        }
        for (var stored : written) {
            if (archived.contains(stored.notification().id())) {
                giveBackPlace(ports, stored.notification());
            } else {
                handOver(stored);
            }
        }
    }

    private void handOver(Stored<Notification> stored) {
        switch (stored.notification()) {
            case Started started -> ports.desk().send(new Stored<>(started, stored.version()));
            case Finished finished -> ports.desk().finished(List.of(finished));
            case Queued _, Forestalled _ -> {}
        }
    }

    static void giveBackPlace(QueuePorts ports, Notification notification) {
        if (notification instanceof Started started) {
            ports.places().giveBack(started.message().lane());
        }
    }
}
