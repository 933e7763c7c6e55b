package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.queue.Desk.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records what providers answered. An answer whose attempt was given up meanwhile is dropped, and no other with it. */
public final class AnswerRun implements BatchRun {

    private enum Action {
        DECIDE,
        WRITE,
        LOAD,
        DONE
    }

    private final QueuePorts ports;
    private final Map<UUID, List<Answered>> left = new LinkedHashMap<>();
    private final Map<UUID, Stored<? extends Notification>> current = new LinkedHashMap<>();
    private final Map<UUID, Stored<Notification>> changed = new LinkedHashMap<>();
    private Action next = Action.DECIDE;

    public AnswerRun(QueuePorts ports, Collection<Answered> answers) {
        this.ports = ports;
        for (var answered : answers) {
            var id = answered.attempt().notification().id();
            left.computeIfAbsent(id, _ -> new ArrayList<>()).add(answered);
            current.merge(id, answered.attempt(), AnswerRun::newer);
        }
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case DECIDE -> decide();
            case WRITE -> write();
            case LOAD -> load();
            case DONE -> Action.DONE;
        };
        return next != Action.DONE;
    }

    private Action decide() {
        changed.clear();
        var now = ports.clock().instant();
        left.forEach((id, answers) -> {
            var stored = current.get(id);
            if (stored != null) {
                decide(stored, answers, now);
            }
        });
        return changed.isEmpty() ? Action.DONE : Action.WRITE;
    }

    private void decide(Stored<? extends Notification> stored, List<Answered> answers, Instant now) {
        Notification after = stored.notification();
        for (var answered : answers) {
            after = ports.delivery().answer(after, answered.attempt().notification(), answered.answer(), now);
        }
        if (!after.equals(stored.notification())) {
            changed.put(after.id(), new Stored<>(after, stored.version() + 1));
        }
    }

    private Action write() {
        var lost = ports.store().replace(changed.values());
        left.keySet().retainAll(lost);
        changed.keySet().removeAll(lost);
        ports.desk().finished(ends(changed.values()));
        return left.isEmpty() ? Action.DONE : Action.LOAD;
    }

    private Action load() {
        current.clear();
        current.putAll(ports.store().load(left.keySet()));
        return Action.DECIDE;
    }

    private static Stored<? extends Notification> newer(
            Stored<? extends Notification> one, Stored<? extends Notification> other) {
        return one.version() > other.version() ? one : other;
    }

    private static List<Finished> ends(Collection<Stored<Notification>> stored) {
        return stored.stream()
                .map(Stored::notification)
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .toList();
    }
}
