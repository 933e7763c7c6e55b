package io.latchkey.simulation.world;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Store.Progress;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Positions;
import io.latchkey.notification.queue.Stored;
import io.latchkey.simulation.model.QueueModel;
import io.latchkey.simulation.world.Facts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One instance's connection to notification's database. */
final class NodeQueue implements NotificationStore, Positions {

    private final World world;
    private final Node node;
    private final Faults faults;
    private final QueueModel model;

    NodeQueue(World world, Node node, QueueModel model, Faults faults) {
        this.world = world;
        this.node = node;
        this.model = model;
        this.faults = faults;
    }

    @Override
    public void prepare() {}

    @Override
    public Set<UUID> insert(Collection<? extends Notification> notifications) {
        var existing = new HashSet<UUID>();
        var parts = new ArrayList<Runnable>();
        for (var notification : notifications) {
            parts.add(() -> {
                if (model.insert(notification)) {
                    changed(Stored.first(notification));
                } else {
                    existing.add(notification.id());
                }
            });
        }
        faults.perform(Port.INSERT, parts);
        return existing;
    }

    @Override
    public Map<UUID, Stored<Notification>> load(Set<UUID> ids) {
        return faults.ask(Port.LOAD, () -> {
            var loaded = new HashMap<>(model.underWay());
            loaded.keySet().retainAll(ids);
            return loaded;
        });
    }

    @Override
    public Set<UUID> unreadable(Set<UUID> ids) {
        return Set.of();
    }

    @Override
    public Set<UUID> replace(Collection<? extends Stored<? extends Notification>> changed) {
        var parts = new ArrayList<Runnable>();
        for (var stored : changed) {
            parts.add(() -> {
                if (model.replace(stored)) {
                    changed(stored);
                }
            });
        }
        faults.perform(Port.REPLACE, parts);
        return changed.stream()
                .filter(stored -> !model.underWay(stored.notification().id())
                        .filter(stored::equals)
                        .isPresent())
                .map(stored -> stored.notification().id())
                .collect(toSet());
    }

    private void changed(Stored<? extends Notification> stored) {
        var notification = stored.notification();
        world.facts().changed(new Stage(notification, model.archived(notification.id()), erasure(notification)));
        node.trace(() -> "notification " + stored.notification().id() + " is now "
                + stored.notification().getClass().getSimpleName() + ", version " + stored.version());
    }

    private @Nullable Erasure erasure(Notification notification) {
        if (!(notification instanceof Known known)) {
            return null;
        }
        var account = known.message().account();
        var remembered = model.recall(Set.of(account)).get(account);
        return remembered == null ? null : remembered.erasure();
    }

    @Override
    public void remember(Collection<Remembered> learned, Instant until) {
        List<Runnable> parts = new ArrayList<>();
        learned.forEach(one -> parts.add(() -> model.remember(one, until)));
        faults.perform(Port.REPLACE, parts);
    }

    @Override
    public Map<AggregateKey, Remembered> recall(Set<AggregateKey> accounts) {
        return faults.ask(Port.LOAD, () -> model.recall(accounts));
    }

    @Override
    public List<Stored<Notification>> underWay(Set<AggregateKey> accounts) {
        return faults.ask(Port.LOAD, () -> model.underWay(accounts));
    }

    @Override
    public List<Stored<Notification>> due(Lane lane, Instant now, int limit) {
        return faults.ask(Port.DUE, () -> model.due(lane, now, limit));
    }

    @Override
    public List<Finished> untold(Instant endedBefore, int limit) {
        return faults.ask(Port.DUE, () -> model.untold(endedBefore, limit));
    }

    @Override
    public Set<UUID> archived(Set<UUID> ids) {
        return faults.ask(
                Port.ARCHIVED, () -> ids.stream().filter(model::archived).collect(toSet()));
    }

    @Override
    public void archive(Collection<Finished> ends, Instant until) {
        List<Runnable> parts = new ArrayList<>();
        ends.forEach(end -> parts.add(() -> model.archive(end.id(), until)));
        faults.perform(Port.ARCHIVE, parts);
    }

    @Override
    public void remove(Set<UUID> ids) {
        List<Runnable> parts = new ArrayList<>();
        ids.stream().sorted().forEach(id -> parts.add(() -> model.remove(id)));
        faults.perform(Port.REMOVE, parts);
    }

    @Override
    public void forget(Instant now) {
        model.forget(now);
    }

    @Override
    public Progress progress() {
        return faults.ask(Port.PROGRESS, model::progress);
    }

    @Override
    public void raise(Map<String, Long> delivered) {
        faults.perform(Port.RAISE, List.of(() -> delivered.forEach(model::raise)));
    }

    @Override
    public void restored(Instant at) {
        faults.perform(Port.RAISE, List.of(() -> model.restoredAt(at)));
    }
}
