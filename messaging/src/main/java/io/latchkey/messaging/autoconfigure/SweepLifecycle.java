package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.engine.Presence;
import io.latchkey.messaging.engine.Sweep;
import io.latchkey.messaging.kafka.Retry;
import io.latchkey.messaging.mongo.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sweeps a page at every interval while the service runs, where no other instance does. Whatever goes wrong is tried again
 * at the next one: a sweep that stands still delays what is mended, and is no reason not to be ready.
 */
final class SweepLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLifecycle.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final UUID instance = UUID.randomUUID();
    private final String name;
    private final Sweep<?> sweep;
    private final Leases leases;
    private final Presence presence;
    private final SweepProperties properties;
    private @Nullable ScheduledExecutorService scheduler;

    /** @param presence of the sweep, confirmed when it takes its lease */
    SweepLifecycle(String service, Sweep<?> sweep, Leases leases, Presence presence, SweepProperties properties) {
        this.name = "sweep-" + service;
        this.sweep = sweep;
        this.leases = leases;
        this.presence = presence;
        this.properties = properties;
    }

    @Override
    public void start() {
        long millis = properties.interval().toMillis();
        scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("latchkey-" + name).daemon().factory());
        scheduler.scheduleWithFixedDelay(this::turn, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Never throws: the scheduler would not come again. */
    private void turn() {
        try {
            if (leases.take(name, instance, Instant.now(), properties.lease())) {
                presence.confirm();
                page();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: tried again in {}: {}", name, properties.interval(), Retry.describe(e));
        }
    }

    private void page() {
        var run = sweep.begin();
        while (!Thread.currentThread().isInterrupted() && run.step()) {}
    }

    @Override
    public void stop() {
        var running = scheduler;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        try {
            if (!running.awaitTermination(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{}: still waits for an answer; the page is swept again at the next start", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
