package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds places for what waits in one lane. Looks many up at once and claims as many as there are places, so that a store
 * without an index is not asked for each. Used by one thread at a time.
 */
public final class Claims {

    /** Looked up at once. */
    static final int CANDIDATES = 500;

    private final Lane lane;
    private final QueuePorts ports;
    private final Deque<Stored<Notification>> candidates = new ArrayDeque<>();

    public Claims(Lane lane, QueuePorts ports) {
        this.lane = lane;
        this.ports = ports;
    }

    /** One look at the lane. */
    public BatchRun begin() {
        return new ClaimRun(this, ports);
    }

    /** Whether some are known to wait; otherwise a look asks the store. */
    public boolean waiting() {
        return !candidates.isEmpty();
    }

    /**
     * Claims in order until no place is left; what is left waits for the next look.
     *
     * @param changed gets what is to be stored, in places that are held for it
     */
    void decide(List<Stored<Notification>> changed) {
        if (candidates.isEmpty()) {
            candidates.addAll(ports.store().due(lane, ports.clock().instant(), CANDIDATES));
        }
        while (!candidates.isEmpty() && decide(candidates.getFirst(), changed)) {
            candidates.removeFirst();
        }
    }

    private boolean decide(Stored<Notification> candidate, List<Stored<Notification>> changed) {
        var now = ports.clock().instant();
        var slot = ports.places().take(lane, now);
        var next = ports.delivery().claim(candidate.notification(), now, slot);
        ports.places().giveBackUnlessUsed(slot, lane, next);
        if (next.equals(candidate.notification())) {
            return !(slot instanceof Slot.Busy);
        }
        changed.add(candidate.next(next));
        return true;
    }
}
