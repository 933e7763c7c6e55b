package io.latchkey.notification.queue;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.Desk.Answered;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last look before anything is sent. A notification is archived before it is removed from those under way, so whoever
 * has written one and then finds it archived has written a repeat; what became pointless meanwhile is not sent. Until then it holds the place of what is started.
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
        var known = known();
        while (!written.isEmpty()) {
            var stored = written.firstEntry().getValue();
            if (archived.contains(stored.notification().id())) {
                giveBackPlace(ports, stored.notification());
            } else {
                handOver(stored, known);
            }
            written.pollFirstEntry();
        }
    }

    /** Whoever finds what was stored here waits for its lease; its place need not. */
    void abandoned() {
        written.values().forEach(stored -> giveBackPlace(ports, stored.notification()));
        written.clear();
    }

    /** Asked after what is started was stored, as whoever learns something asks for what is stored after remembering it. */
    private Map<AggregateKey, Remembered> known() {
        var accounts = written.values().stream()
                .map(Stored::notification)
                .filter(Started.class::isInstance)
                .map(started -> ((Started) started).message().account())
                .collect(toSet());
        return accounts.isEmpty() ? Map.of() : ports.store().recall(accounts);
    }

    private void handOver(Stored<Notification> stored, Map<AggregateKey, Remembered> known) {
        switch (stored.notification()) {
            case Started started -> start(new Stored<>(started, stored.version()), known);
            case Finished finished -> ports.desk().finished(List.of(finished));
            case Queued _, Forestalled _ -> {}
        }
    }

    private void start(Stored<Started> attempt, Map<AggregateKey, Remembered> known) {
        var message = attempt.notification().message();
        var pointless = Optional.ofNullable(known.get(message.account())).map(account -> account.against(message));
        if (pointless.isPresent()) {
            giveBackPlace(ports, attempt.notification());
            ports.desk().answered(new Answered(attempt, new Answer.Pointless(pointless.get())));
        } else {
            ports.desk().send(attempt);
        }
    }

    static void giveBackPlace(QueuePorts ports, @Nullable Notification notification) {
        if (notification instanceof Started started) {
            ports.places().giveBack(started.message().lane());
        }
    }
}
