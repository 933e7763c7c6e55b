package io.latchkey.notification.queue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Remembered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What one batch asks of its notifications, until each is stored. */
final class Arrivals {

    private final QueuePorts ports;
    private final HandOver handOver;
    private final Map<UUID, Arrival> all = new LinkedHashMap<>();
    private final Map<UUID, Arrival> left = new LinkedHashMap<>();
    private boolean judged;

    Arrivals(NotificationIntake intake, List<Request.OfNotification> requests) {
        this.ports = intake.ports();
        this.handOver = new HandOver(ports);
        requests.stream()
                .collect(groupingBy(Request.OfNotification::id, LinkedHashMap::new, toList()))
                .forEach((id, asked) -> all.put(id, new Arrival(intake, asked)));
        left.putAll(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** @return whether all of them were new */
    boolean insert() {
        if (!judged) {
            judge();
            settleCancellations();
            judged = true;
        }
        if (left.isEmpty()) {
            return true;
        }
        left.values().forEach(Arrival::plan);
        var existing = ports.store()
                .insert(left.values().stream().map(Arrival::planned).toList());
        List.copyOf(left.values()).stream()
                .filter(arrival -> !existing.contains(arrival.id()))
                .forEach(arrival -> written(Stored.first(arrival.planned())));
        return left.isEmpty();
    }

    /** Once, by what is known of the accounts: what was planned stays planned. */
    private void judge() {
        var accounts = all.values().stream()
                .flatMap(arrival -> arrival.account().stream())
                .collect(toSet());
        var known = accounts.isEmpty()
                ? Map.<AggregateKey, Remembered>of()
                : ports.store().recall(accounts);
        all.values().forEach(arrival -> arrival.account().map(known::get).ifPresent(arrival::judge));
    }

    /** Most come when what they cancel was sent long ago: to look first costs a read, and spares an insert and its removal. */
    private void settleCancellations() {
        var alone = left.values().stream()
                .filter(arrival -> arrival.account().isEmpty())
                .map(Arrival::id)
                .collect(toSet());
        if (!alone.isEmpty()) {
            var archived = ports.store().archived(alone);
            left.keySet().removeAll(archived);
            all.keySet().removeAll(archived);
            alone.removeAll(archived);
            resolve(alone);
        }
    }

    /** @return whether nothing is left: what was taken away or changed by others in between is tried again */
    boolean resolve() {
        resolve(Set.copyOf(left.keySet()));
        return left.isEmpty();
    }

    private void resolve(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var loaded = ports.store().load(ids);
        skipUnreadable(ids, loaded.keySet());
        loaded.values().stream()
                .filter(stored -> left(id(stored)).inserted(stored))
                .forEach(this::written); // by an earlier try of ours whose answer was lost
        var others = loaded.values().stream()
                .filter(stored -> left.containsKey(id(stored)))
                .toList();
        var changed = changed(others);
        var lost = ports.store().replace(changed);
        changed.stream().filter(stored -> !lost.contains(id(stored))).forEach(this::ended);
        others.stream().map(Arrivals::id).filter(id -> !lost.contains(id)).forEach(left::remove);
    }

    /** Every id is looked up: a repeat of what ended long ago may have been inserted by an earlier try, too. */
    void handOver() {
        handOver.handOver(all.keySet());
    }

    /** Gives back the places of what was not handed over. */
    void abandoned() {
        left.values().forEach(Arrival::abandoned);
        left.clear();
        handOver.abandoned();
    }

    private void written(Stored<Notification> stored) {
        handOver.add(stored);
        left.remove(id(stored));
    }

    /** What is stored and cannot be read is a later version's business; to wait for that would stop the partition. */
    private void skipUnreadable(Set<UUID> ids, Set<UUID> loaded) {
        var missing = ids.stream().filter(id -> !loaded.contains(id)).collect(toSet());
        if (!missing.isEmpty()) {
            for (var id : ports.store().unreadable(missing)) {
                left(id).giveBackPlace();
                left.remove(id);
            }
        }
    }

    /** What was there before keeps its place, if it has one; nothing is started. */
    private List<Stored<Notification>> changed(Collection<Stored<Notification>> loaded) {
        var changed = new ArrayList<Stored<Notification>>();
        for (var stored : loaded) {
            left(id(stored)).giveBackPlace();
            var next = left(id(stored)).after(stored.notification());
            if (!next.equals(stored.notification())) {
                changed.add(stored.next(next));
            }
        }
        return changed;
    }

    private void ended(Stored<Notification> stored) {
        if (stored.notification() instanceof Finished) {
            handOver.add(stored);
        }
    }

    private Arrival left(UUID id) {
        return Objects.requireNonNull(left.get(id), "only what is left is loaded");
    }

    private static UUID id(Stored<Notification> stored) {
        return stored.notification().id();
    }
}
