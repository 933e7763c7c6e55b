package io.latchkey.notification.queue;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Remembered;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one batch makes known of accounts, and the messages that become pointless by it. It is remembered before they are
 * looked for, and whoever starts one looks for it afterwards: one of the two finds the other.
 */
final class Withdrawals {

    private final QueuePorts ports;
    private final Map<AggregateKey, Remembered> learned = new LinkedHashMap<>();

    Withdrawals(QueuePorts ports, Collection<Remembered> learned) {
        this.ports = ports;
        learned.forEach(one -> this.learned.merge(one.account(), one, Remembered::and));
    }

    boolean isEmpty() {
        return learned.isEmpty();
    }

    void remember() {
        ports.store().remember(learned.values(), ports.clock().instant().plus(FinishRun.KEPT));
    }

    /** @return whether nothing is left: what others changed in between is tried again */
    boolean withdraw() {
        var now = ports.clock().instant();
        var changed = ports.store().underWay(learned.keySet()).stream()
                .flatMap(stored -> withdrawn(stored, now).stream())
                .toList();
        var lost = ports.store().replace(changed);
        ports.desk().finished(ends(changed, lost));
        return lost.isEmpty();
    }

    private Optional<Stored<Notification>> withdrawn(Stored<Notification> stored, Instant now) {
        var current = stored.notification();
        var after = current instanceof Known one ? ports.delivery().withdraw(one, known(one), now) : current;
        return after.equals(current) ? Optional.empty() : Optional.of(stored.next(after));
    }

    private Remembered known(Known one) {
        return Objects.requireNonNull(learned.get(one.message().account()), "only these accounts are searched");
    }

    private static List<Finished> ends(List<Stored<Notification>> changed, Set<UUID> lost) {
        return changed.stream()
                .map(Stored::notification)
                .filter(notification -> !lost.contains(notification.id()))
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .toList();
    }
}
