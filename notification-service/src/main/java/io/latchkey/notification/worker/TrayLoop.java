package io.latchkey.notification.worker;

import io.latchkey.messaging.engine.BatchRun;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Empties a tray, batch by batch. */
final class TrayLoop<T> {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Tray<T> tray;
    private final Function<List<T>, BatchRun> work;
    private final Consumer<T> done;
    private final Driver driver;

    /** @param done is told of each item whose work succeeded */
    TrayLoop(Tray<T> tray, Function<List<T>, BatchRun> work, Consumer<T> done, Driver driver) {
        this.tray = tray;
        this.work = work;
        this.done = done;
        this.driver = driver;
    }

    /** Until the driver is stopped and the tray is empty, or the driver is abandoned. */
    void run() throws InterruptedException {
        while (!driver.abandoned() && !(driver.stopped() && tray.isEmpty())) {
            var items = tray.eldest(BATCH, PATIENCE);
            if (!items.isEmpty()) {
                if (driver.drive(work.apply(items))) {
                    items.forEach(done);
                }
                tray.done(items);
            }
        }
    }
}
