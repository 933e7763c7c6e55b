package io.latchkey.crashtest.launcher;

import static io.latchkey.crashtest.fault.HaltingPoint.BEFORE_ARCHIVE;
import static io.latchkey.crashtest.fault.HaltingPoint.BEFORE_WRITE;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Notification's store. */
record HaltingNotificationStore(NotificationStore store, HaltSwitch halt) implements NotificationStore {

    @Override
    public Set<UUID> insert(Collection<? extends Notification> notifications) {
        halt.passing(BEFORE_WRITE);
        return store.insert(notifications);
    }

    @Override
    public Set<UUID> replace(Collection<? extends Stored<? extends Notification>> changed) {
        if (!changed.isEmpty()) {
            halt.passing(BEFORE_WRITE);
        }
        return store.replace(changed);
    }

    @Override
    public void archive(Collection<Finished> ends, Instant until) {
        halt.passing(BEFORE_ARCHIVE);
        store.archive(ends, until);
    }

    @Override
    public void prepare() {
        store.prepare();
    }

    @Override
    public Map<UUID, Stored<Notification>> load(Set<UUID> ids) {
        return store.load(ids);
    }

    @Override
    public Set<UUID> unreadable(Set<UUID> ids) {
        return store.unreadable(ids);
    }

    @Override
    public void remember(Collection<Remembered> learned, Instant until) {
        halt.passing(BEFORE_WRITE);
        store.remember(learned, until);
    }

    @Override
    public Map<AggregateKey, Remembered> recall(Set<AggregateKey> accounts) {
        return store.recall(accounts);
    }

    @Override
    public List<Stored<Notification>> underWay(Set<AggregateKey> accounts) {
        return store.underWay(accounts);
    }

    @Override
    public List<Stored<Notification>> due(Lane lane, Instant now, int limit) {
        return store.due(lane, now, limit);
    }

    @Override
    public List<Finished> untold(Instant endedBefore, int limit) {
        return store.untold(endedBefore, limit);
    }

    @Override
    public Set<UUID> archived(Set<UUID> ids) {
        return store.archived(ids);
    }

    @Override
    public void remove(Set<UUID> ids) {
        store.remove(ids);
    }

    @Override
    public void forget(Instant now) {
        store.forget(now);
    }
}
