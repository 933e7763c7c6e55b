package io.latchkey.simulation.model;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Store.Progress;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notification's database: documents under way, compared and set one by one; the archive; watermarks. */
public final class QueueModel {

    private Map<UUID, Stored<Notification>> underWay = new TreeMap<>();
    private Map<UUID, Finished> archive = new TreeMap<>();
    private Map<AggregateKey, Remembered> accounts = new LinkedHashMap<>();
    private Map<String, Long> watermarks = new TreeMap<>();
    private Instant restoredAt = Instant.EPOCH;
    private @Nullable QueueModel copy;

    public Optional<Stored<Notification>> underWay(UUID id) {
        return Optional.ofNullable(underWay.get(id));
    }

    public Map<UUID, Stored<Notification>> underWay() {
        return underWay;
    }

    /** @return whether nothing was there */
    public boolean insert(Notification notification) {
        return underWay.putIfAbsent(notification.id(), Stored.first(notification)) == null;
    }

    /** @return whether the version before was stored */
    public boolean replace(Stored<? extends Notification> changed) {
        var id = changed.notification().id();
        var stored = underWay.get(id);
        if (stored == null || stored.version() != changed.version() - 1) {
            return false;
        }
        underWay.put(id, new Stored<>(changed.notification(), changed.version()));
        return true;
    }

    public void remember(Remembered learned) {
        accounts.merge(learned.account(), learned, Remembered::and);
    }

    public Map<AggregateKey, Remembered> recall(Set<AggregateKey> known) {
        var recalled = new LinkedHashMap<>(accounts);
        recalled.keySet().retainAll(known);
        return recalled;
    }

    public List<Stored<Notification>> underWay(Set<AggregateKey> known) {
        return underWay.values().stream()
                .filter(stored -> stored.notification() instanceof Known one
                        && known.contains(one.message().account()))
                .toList();
    }

    public List<Stored<Notification>> due(Lane lane, Instant now, int limit) {
        return underWay.values().stream()
                .filter(stored -> dueAt(stored.notification(), lane)
                        .filter(at -> !at.isAfter(now))
                        .isPresent())
                .sorted(Comparator.comparing(
                        stored -> dueAt(stored.notification(), lane).orElseThrow()))
                .limit(limit)
                .toList();
    }

    private static Optional<Instant> dueAt(Notification notification, Lane lane) {
        return switch (notification) {
            case Queued queued when queued.message().lane().equals(lane) -> Optional.of(queued.dueAt());
            case Started started
            when started.message().lane().equals(lane) ->
                Optional.of(started.lease().until());
            case Notification other -> Optional.empty();
        };
    }

    public List<Finished> untold(Instant endedBefore, int limit) {
        return underWay.values().stream()
                .map(Stored::notification)
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .filter(end -> !end.finishedAt().isAfter(endedBefore))
                .sorted(Comparator.comparing(Finished::finishedAt))
                .limit(limit)
                .toList();
    }

    public boolean archived(UUID id) {
        return archive.containsKey(id);
    }

    public Map<UUID, Finished> archive() {
        return archive;
    }

    /** What is archived already stays as it is. */
    public void archive(Finished end) {
        archive.putIfAbsent(end.id(), end);
    }

    public void remove(UUID id) {
        underWay.remove(id);
    }

    public Progress progress() {
        return new Progress(watermarks, Map.of(), restoredAt);
    }

    public long watermark(String partition) {
        return watermarks.getOrDefault(partition, -1L);
    }

    public void raise(String partition, long offset) {
        watermarks.merge(partition, offset, Math::max);
    }

    public void restoredAt(Instant at) {
        restoredAt = at.isAfter(restoredAt) ? at : restoredAt;
    }

    public void dropWatermarks() {
        watermarks.clear();
    }

    public void backUp() {
        var made = new QueueModel();
        made.take(this);
        copy = made;
    }

    /** @return whether there was a copy */
    public boolean restore() {
        var older = copy;
        if (older == null) {
            return false;
        }
        take(older);
        return true;
    }

    private void take(QueueModel other) {
        underWay = new TreeMap<>(other.underWay);
        archive = new TreeMap<>(other.archive);
        accounts = new LinkedHashMap<>(other.accounts);
        watermarks = new TreeMap<>(other.watermarks);
        restoredAt = other.restoredAt;
    }
}
