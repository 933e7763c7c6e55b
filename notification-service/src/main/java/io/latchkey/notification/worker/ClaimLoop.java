package io.latchkey.notification.worker;

import io.latchkey.notification.queue.Claims;
import io.latchkey.notification.queue.QueuePorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Looks after what nobody works on: what waits for a place, what a dead worker left, what was kept long enough. Codes are
 * looked after first.
 */
final class ClaimLoop {

    private static final Duration CLEAN_UP = Duration.ofHours(1);
    private static final int STRANDED = 500;

    private final QueuePorts ports;
    private final List<Claims> lanes;
    private final WorkerProperties properties;
    private final Semaphore bell;
    private final Driver driver;
    private Instant lastRound = Instant.EPOCH;
    private Instant lastCleanUp = Instant.EPOCH;

    ClaimLoop(QueuePorts ports, WorkerProperties properties, Semaphore bell, Driver driver) {
        this.ports = ports;
        this.lanes = ports.places().lanes().stream()
                .map(lane -> new Claims(lane, ports))
                .toList();
        this.properties = properties;
        this.bell = bell;
        this.driver = driver;
    }

    void run() throws InterruptedException {
        driver.drive(this::prepare);
        while (!driver.stopped()) {
            lanes.forEach(lane -> driver.drive(lane.begin()));
            driver.drive(this::tidy);
            if (bell.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        }
    }

    private boolean prepare() {
        ports.store().prepare();
        return false;
    }

    /** One step, now and then; not at every ring of the bell. */
    private boolean tidy() {
        var now = ports.clock().instant();
        if (lastRound.plus(properties.poll()).isBefore(now)) {
            ports.desk().finished(ports.store().untold(now.minus(properties.lease()), STRANDED));
            lastRound = now;
        }
        if (lastCleanUp.plus(CLEAN_UP).isBefore(now)) {
            ports.store().forget(now);
            lastCleanUp = now;
        }
        return false;
    }
}
