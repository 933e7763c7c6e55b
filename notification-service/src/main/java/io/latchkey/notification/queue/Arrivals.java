package io.latchkey.notification.queue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one batch asks of its notifications, until each is stored. */
final class Arrivals {

    private final QueuePorts ports;
    private final Map<UUID, Arrival> all = new LinkedHashMap<>();
    private final Map<UUID, Arrival> left = new LinkedHashMap<>();
    private final List<Stored<Notification>> written = new ArrayList<>();
    private Set<UUID> existing = Set.of();

    Arrivals(NotificationIntake intake, List<Request> requests) {
        this.ports = intake.ports();
        requests.stream()
                .collect(groupingBy(Request::id, LinkedHashMap::new, toList()))
                .forEach((id, asked) -> all.put(id, new Arrival(intake, asked)));
        left.putAll(all);
    }

    /** @return whether all of them were new */
    boolean insert() {
        left.values().forEach(Arrival::plan);
        existing = ports.store()
                .insert(left.values().stream().map(Arrival::planned).toList());
        left.values().stream()
                .filter(arrival -> !existing.contains(arrival.id()))
                .forEach(arrival -> written.add(Stored.first(arrival.planned())));
        left.keySet().retainAll(existing);
        return left.isEmpty();
    }

    /** @return whether nothing is left: what was taken away or changed by others in between is tried again */
    boolean resolve() {
        var loaded = ports.store().load(existing);
        var changed = new LinkedHashMap<UUID, Stored<Notification>>();
        left.forEach((id, arrival) -> {
            var stored = loaded.get(id);
            if (stored != null) {
                resolve(arrival, stored, changed);
            }
        });
        var lost = ports.store().replace(changed.values());
        changed.keySet().removeAll(lost);
        changed.values().stream()
                .filter(stored -> stored.notification() instanceof Finished)
                .forEach(written::add);
        left.keySet().removeIf(id -> loaded.containsKey(id) && !lost.contains(id));
        return left.isEmpty();
    }

    private void resolve(Arrival arrival, Stored<Notification> stored, Map<UUID, Stored<Notification>> changed) {
        if (arrival.inserted(stored)) {
            written.add(stored); // by an earlier try of ours whose answer was lost
            return;
        }
        arrival.giveBackPlace();
        var next = arrival.after(stored.notification());
        if (!next.equals(stored.notification())) {
            changed.put(arrival.id(), stored.next(next));
        }
    }

    /** Every id is looked up: a repeat of what ended long ago may have been inserted by an earlier try, too. */
    void handOver() {
        new HandOver(ports).handOver(all.keySet(), written);
    }
}
