package io.latchkey.simulation.model;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Store.Progress;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.Stored;
import java.time.Duration;
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

    private static final Duration FORESTALLED_KEPT = Duration.ofDays(14);

    private Map<UUID, Stored<Notification>> underWay = new TreeMap<>();
    private Map<UUID, Instant> archivedUntil = new TreeMap<>();
    private Map<AggregateKey, Kept> accounts = new LinkedHashMap<>();
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

    private record Kept(Remembered known, Instant until) {

        /** Kept longer only for what is new. */
        Kept and(Kept learned) {
            var after = known.and(learned.known());
            return after.equals(known) ? this : new Kept(after, learned.until());
        }
    }

    public void remember(Remembered learned, Instant until) {
        accounts.merge(learned.account(), new Kept(learned, until), Kept::and);
    }

    public Map<AggregateKey, Remembered> recall(Set<AggregateKey> known) {
        var recalled = new LinkedHashMap<AggregateKey, Remembered>();
        accounts.forEach((account, kept) -> {
            if (known.contains(account)) {
                recalled.put(account, kept.known());
            }
        });
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
        return archivedUntil.containsKey(id);
    }

    /** What is archived already stays as it is. */
    public void archive(UUID id, Instant until) {
        archivedUntil.putIfAbsent(id, until);
    }

    public void forget(Instant now) {
        archivedUntil.values().removeIf(until -> !until.isAfter(now));
        accounts.values().removeIf(kept -> !kept.until().isAfter(now));
        underWay.values()
                .removeIf(stored -> stored.notification() instanceof Forestalled early
                        && !early.epoch().plus(FORESTALLED_KEPT).isAfter(now));
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
        archivedUntil = new TreeMap<>(other.archivedUntil);
        accounts = new LinkedHashMap<>(other.accounts);
        watermarks = new TreeMap<>(other.watermarks);
        restoredAt = other.restoredAt;
    }
}
