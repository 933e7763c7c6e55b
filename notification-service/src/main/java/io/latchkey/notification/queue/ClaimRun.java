package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One look at a lane: the intent is durable before anything is handed over to be sent. */
final class ClaimRun implements BatchRun {

    private enum Action {
        FIND,
        CLAIM,
        HAND_OVER,
        DONE
    }

    private final Claims claims;
    private final QueuePorts ports;
    private final HandOver handOver;
    private final List<Stored<Notification>> changed = new ArrayList<>();
    private Action next = Action.FIND;

    ClaimRun(Claims claims, QueuePorts ports) {
        this.claims = claims;
        this.ports = ports;
        this.handOver = new HandOver(ports);
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case FIND -> find();
            case CLAIM -> claim();
            case HAND_OVER -> handOver();
            case DONE -> Action.DONE;
        };
        return next != Action.DONE;
    }

    @Override
    public void abandoned() {
        changed.forEach(stored -> HandOver.giveBackPlace(ports, stored.notification()));
        changed.clear();
        handOver.abandoned();
    }

    private Action find() {
        claims.decide(changed);
        return changed.isEmpty() ? Action.DONE : Action.CLAIM;
    }

    private Action claim() {
        var lost = ports.store().replace(changed);
        for (var stored : changed) {
            if (lost.contains(stored.notification().id())) {
                HandOver.giveBackPlace(ports, stored.notification());
            } else {
                handOver.add(stored);
            }
        }
        changed.clear();
        return Action.HAND_OVER;
    }

    private Action handOver() {
        handOver.handOver(Set.of());
        return Action.DONE;
    }
}
