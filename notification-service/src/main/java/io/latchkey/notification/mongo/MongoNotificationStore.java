package io.latchkey.notification.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;

/** Whole documents compared and set by {@code _id} and version. The client has majority read and write concern. */
final class MongoNotificationStore implements NotificationStore {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;
    private final MongoCollection<Document> underWay;
    private final MongoCollection<Document> done;
    private final Memory memory;
    private final Consumer<UUID> unreadable;

    /** @param unreadable is told of each document that is skipped because nothing can be made of it */
    MongoNotificationStore(MongoDatabase database, Consumer<UUID> unreadable) {
        this.database = database;
        this.underWay = database.getCollection(Indexes.UNDER_WAY);
        this.done = database.getCollection(Indexes.DONE);
        this.memory = new Memory(database.getCollection(Indexes.ACCOUNTS));
        this.unreadable = unreadable;
    }

    @Override
    public void prepare() {
        Indexes.create(database);
    }

    @Override
    public Set<UUID> insert(Collection<? extends Notification> notifications) {
        return Inserts.into(
                underWay,
                notifications.stream()
                        .map(notification -> NotificationDocument.of(notification, 1))
                        .toList());
    }

    @Override
    public Map<UUID, Stored<Notification>> load(Set<UUID> ids) {
        return find(ids).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .collect(toMap(stored -> stored.notification().id(), stored -> stored));
    }

    @Override
    public Set<UUID> unreadable(Set<UUID> ids) {
        return find(ids).stream()
                .filter(document -> read(document).isEmpty())
                .map(document -> document.get("_id", UUID.class))
                .collect(toSet());
    }

    @Override
    public Set<UUID> replace(Collection<? extends Stored<? extends Notification>> changed) {
        if (changed.isEmpty()) {
            return Set.of();
        }
        var replacements =
                changed.stream().map(MongoNotificationStore::replacement).toList();
        var result = orOutage(() -> underWay.bulkWrite(replacements, UNORDERED));
        return result.getMatchedCount() == changed.size() ? Set.of() : differing(changed);
    }

    private static ReplaceOneModel<Document> replacement(Stored<? extends Notification> changed) {
        return new ReplaceOneModel<>(
                Filters.and(
                        Filters.eq("_id", changed.notification().id()),
                        Filters.eq(NotificationDocument.VERSION, changed.version() - 1)),
                NotificationDocument.of(changed.notification(), changed.version()));
    }

    /** A bulk says how many it replaced, not which; no two workers write the same, since a lease names its holder. */
    private Set<UUID> differing(Collection<? extends Stored<? extends Notification>> changed) {
        var stored = load(changed.stream().map(one -> one.notification().id()).collect(toSet()));
        return changed.stream()
                .filter(one -> !one.equals(stored.get(one.notification().id())))
                .map(one -> one.notification().id())
                .collect(toSet());
    }

    @Override
    public void remember(Collection<Remembered> learned, Instant until) {
        memory.remember(learned, until);
    }

    @Override
    public Map<AggregateKey, Remembered> recall(Set<AggregateKey> accounts) {
        return memory.recall(accounts);
    }

    @Override
    public List<Stored<Notification>> underWay(Set<AggregateKey> accounts) {
        var ids = accounts.stream().map(AggregateKey::value).toList();
        return orOutage(() -> underWay.find(Filters.in(NotificationDocument.ACCOUNT, ids))
                        .into(new ArrayList<>()))
                .stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Stored<Notification>> due(Lane lane, Instant now, int limit) {
        return eldest(NotificationDocument.lane(lane), now, limit);
    }

    @Override
    public List<Finished> untold(Instant endedBefore, int limit) {
        return eldest(NotificationDocument.ENDED, endedBefore, limit).stream()
                .map(Stored::notification)
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .toList();
    }

    /** What is unreadable does not count: many of them at the head must not hide what is behind. */
    private List<Stored<Notification>> eldest(String lane, Instant dueAt, int limit) {
        var filter = Filters.and(
                Filters.eq(NotificationDocument.LANE, lane),
                Filters.lte(NotificationDocument.DUE_AT, Date.from(dueAt)));
        return orOutage(() -> {
            var found = new ArrayList<Stored<Notification>>();
            try (var documents = underWay.find(filter)
                    .sort(Sorts.ascending(NotificationDocument.DUE_AT))
                    .batchSize(limit)
                    .cursor()) {
                while (found.size() < limit && documents.hasNext()) {
                    read(documents.next()).ifPresent(found::add);
                }
            }
            return found;
        });
    }

    private List<Document> find(Set<UUID> ids) {
        return orOutage(() -> underWay.find(Filters.in("_id", ids)).into(new ArrayList<>()));
    }

    private Optional<Stored<Notification>> read(Document document) {
        try {
            return Optional.of(DocumentReading.read(document));
        } catch (RuntimeException e) {
            unreadable.accept(document.get("_id", UUID.class));
            return Optional.empty();
        }
    }

    @Override
    public Set<UUID> archived(Set<UUID> ids) {
        return Set.copyOf(orOutage(() -> done.find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .map(document -> document.get("_id", UUID.class))
                .into(new ArrayList<>())));
    }

    @Override
    public void archive(Collection<Finished> ends, Instant until) {
        Inserts.into(
                done, ends.stream().map(end -> ArchiveDocument.of(end, until)).toList());
    }

    @Override
    public void remove(Set<UUID> ids) {
        orOutage(() -> underWay.deleteMany(Filters.in("_id", ids)));
    }

    @Override
    public void forget(Instant now) {
        var expired = Filters.lte(NotificationDocument.EXPIRES_AT, Date.from(now));
        orOutage(() -> underWay.deleteMany(expired));
        orOutage(() -> done.deleteMany(expired));
        memory.forget(now);
    }
}
