package io.latchkey.notification.queue;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Remembered;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Notifications under way, and those that ended lately. Reads and writes are majority-acknowledged and journalled. Every
 * method may throw {@link io.latchkey.messaging.engine.OutageException}, and may then be called again.
 */
public interface NotificationStore {

    /** Makes what searches need, where it is missing. */
    void prepare();

    /**
     * Inserts each as version 1 where nothing is stored under its id; one unordered bulk.
     *
     * @return the ids under which something was stored already
     */
    Set<UUID> insert(Collection<? extends Notification> notifications);

    /** Those under way; the others, and those that cannot be read, are absent. */
    Map<UUID, Stored<Notification>> load(Set<UUID> ids);

    /** Those under way of which nothing can be made here, such as what a later version wrote. */
    Set<UUID> unreadable(Set<UUID> ids);

    /**
     * Replaces each where the version before its own is stored; one unordered bulk. Never inserts.
     *
     * @return the ids that lost the race. One under which the very same is stored by now has won it
     */
    Set<UUID> replace(Collection<? extends Stored<? extends Notification>> changed);

    /** Keeps until a time what is known of accounts, with what was known before; nothing changes where that says it already. */
    void remember(Collection<Remembered> learned, Instant until);

    /** What is known of those of these accounts of which anything is. */
    Map<AggregateKey, Remembered> recall(Set<AggregateKey> accounts);

    /** All of these accounts that are under way, ends that are not archived yet included; one search. */
    List<Stored<Notification>> underWay(Set<AggregateKey> accounts);

    /** Those of a lane that wait for a place, or whose lease ran out. Eldest first. */
    List<Stored<Notification>> due(Lane lane, Instant now, int limit);

    /** Those that ended before a time and are not archived yet: whoever was to tell it may have died. Eldest first. */
    List<Finished> untold(Instant endedBefore, int limit);

    /** Those of these ids that have ended and been told. */
    Set<UUID> archived(Set<UUID> ids);

    /** Keeps the ends until a time, without anything sealed; what is archived already stays as it is. One bulk. */
    void archive(Collection<Finished> ends, Instant until);

    /** Removes from those under way. */
    void remove(Set<UUID> ids);

    /** Removes what was kept until now. */
    void forget(Instant now);
}
