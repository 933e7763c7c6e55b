package io.latchkey.notification.queue;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Notification;
import java.util.ArrayList;
import java.util.List;

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
    private List<Stored<Notification>> changed = List.of();
    private Action next = Action.FIND;

    ClaimRun(Claims claims, QueuePorts ports) {
        this.claims = claims;
        this.ports = ports;
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

    private Action find() {
        changed = claims.decide();
        return changed.isEmpty() ? Action.DONE : Action.CLAIM;
    }

    private Action claim() {
        var lost = ports.store().replace(changed);
        var won = new ArrayList<Stored<Notification>>();
        for (var stored : changed) {
            if (lost.contains(stored.notification().id())) {
                HandOver.giveBackPlace(ports, stored.notification());
            } else {
                won.add(stored);
            }
        }
        changed = won;
        return Action.HAND_OVER;
    }

    private Action handOver() {
        var ids = changed.stream().map(stored -> stored.notification().id()).collect(toSet());
        new HandOver(ports).handOver(ids, changed);
        return Action.DONE;
    }
}
