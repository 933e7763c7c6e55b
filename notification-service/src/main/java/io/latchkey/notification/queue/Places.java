package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Lease;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many messages this process may have at a provider at once, per lane. Thread-safe. */
public final class Places {

    private final String holder;
    private final Duration lease;
    private final Map<Lane, Semaphore> free = new LinkedHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final Set<Lane> wanted = ConcurrentHashMap.newKeySet();
    private final Map<Channel, String> providers;

    /**
     * @param holder names this run of this process; with a running number it makes every lease one of its own
     * @param sizes of the lanes, in the order in which they are served
     * @param providers whom a channel's messages go to
     */
    public Places(String holder, Duration lease, Map<Lane, Integer> sizes, Map<Channel, String> providers) {
        this.holder = holder;
        this.lease = lease;
        sizes.forEach((lane, size) -> free.put(lane, new Semaphore(size)));
        this.providers = Map.copyOf(providers);
    }

    public Set<Lane> lanes() {
        return Collections.unmodifiableSet(free.keySet());
    }

    /** Takes a place where one is free; it must be given back. */
    Slot take(Lane lane, Instant now) {
        var provider = providers.get(lane.channel());
        var places = free.get(lane);
        if (provider == null || places == null) {
            return new Slot.NoProvider();
        }
        if (places.tryAcquire()) {
            return new Slot.Free(provider, new Lease(holder + "/" + taken.incrementAndGet(), now.plus(lease)));
        }
        wanted.add(lane);
        return new Slot.Busy();
    }

    /** @return whether somebody has asked for a place of this lane in vain meanwhile */
    public boolean giveBack(Lane lane) {
        Objects.requireNonNull(free.get(lane), "places are given back to the lane they were taken from")
                .release();
        return wanted.remove(lane);
    }

    /** Gives the place back unless the notification was started in it. */
    void giveBackUnlessUsed(Slot slot, Lane lane, @Nullable Notification next) {
        if (slot instanceof Slot.Free(String provider, Lease held)
                && !(next instanceof Started started && started.lease().equals(held))) {
            giveBack(lane);
        }
    }
}
