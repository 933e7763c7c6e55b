package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last look before anything is sent. A notification is archived before it is removed from those under way, so whoever
 * has written one and then finds it archived has written a repeat. Until then it holds the place of what is started.
 */
final class HandOver {

    private final QueuePorts ports;
    private final SequencedMap<UUID, Stored<Notification>> written = new LinkedHashMap<>();

    HandOver(QueuePorts ports) {
        this.ports = ports;
    }

    /** Takes what was stored just now; a place is held for it if it is started. Taking it again is the same. */
    void add(Stored<Notification> stored) {
        written.put(stored.notification().id(), stored);
    }

    /** @param others to be looked up with those that were taken */
    void handOver(Set<UUID> others) {
        var ids = new HashSet<>(others);
        ids.addAll(written.keySet());
        var archived = ports.store().archived(ids);
        if (!archived.isEmpty()) {
            ports.store().remove(archived);
        }
        while (!written.isEmpty()) {
            var stored = written.firstEntry().getValue();
            if (archived.contains(stored.notification().id())) {
                giveBackPlace(ports, stored.notification());
            } else {
                handOver(stored);
            }
            written.pollFirstEntry();
        }
    }

    /** Whoever finds what was stored here waits for its lease; its place need not. */
    void abandoned() {
        written.values().forEach(stored -> giveBackPlace(ports, stored.notification()));
        written.clear();
    }

    private void handOver(Stored<Notification> stored) {
        switch (stored.notification()) {
            case Started started -> ports.desk().send(new Stored<>(started, stored.version()));
            case Finished finished -> ports.desk().finished(List.of(finished));
            case Queued _, Forestalled _ -> {}
        }
    }

    static void giveBackPlace(QueuePorts ports, @Nullable Notification notification) {
        if (notification instanceof Started started) {
            ports.places().giveBack(started.message().lane());
        }
    }
}
