package io.latchkey.notification.worker;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.Retry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the steps of one thread's work. An outage is waited out; a run that fails for another reason is given up, and what
 * it worked on is found in the store again when its lease has run out.
 */
final class Driver {

    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

    private final String name;
    private final Retry retry;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private @Nullable Thread thread;

    Driver(String name, IntakeStatus status) {
        this.name = name;
        this.retry = new Retry(name, status, abandoned);
    }

    /** The work of a thread, which ends by itself when its driver is stopped. */
    interface Work {
        void run() throws InterruptedException;
    }

    void start(Work work) {
        thread = Thread.ofVirtual().name("notification-" + name).start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** @return whether the run came to its end; otherwise it knows that it was abandoned */
    boolean drive(BatchRun run) {
        boolean ended = false;
        try {
            ended = walk(run);
        } catch (RuntimeException e) {
            LOG.error("{}: a batch is given up: {}", name, Retry.describe(e));
        } finally {
            if (!ended) {
                run.abandoned();
            }
        }
        return ended;
    }

    private boolean walk(BatchRun run) {
        while (step(run)) {
            if (abandoned()) {
                return false;
            }
        }
        return true;
    }

    private boolean step(BatchRun run) {
        try {
            boolean more = run.step();
            retry.succeeded();
            return more;
        } catch (OutageException e) {
            retry.failed(e);
            return true;
        }
    }

    boolean isAlive() {
        return thread != null && thread.isAlive();
    }

    boolean stopped() {
        return stopped.getCount() == 0;
    }

    boolean abandoned() {
        return abandoned.getCount() == 0;
    }

    /** Lets the thread finish its work, and cuts it off if that takes longer than this. */
    void stop(Duration patience) {
        stopped.countDown();
        var running = thread;
        try {
            if (running != null && !running.join(patience)) {
                abandoned.countDown();
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
