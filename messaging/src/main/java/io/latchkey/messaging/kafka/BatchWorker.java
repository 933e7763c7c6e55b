package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.BatchRun;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Works on one batch in a thread of its own while the consumer keeps polling. A step that fails is tried again for ever.
 * Cancelled, it stops between two steps, which to the engine is a crash and loses nothing.
 */
final class BatchWorker {

    private final BatchRun run;
    private final Retry retry;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Thread thread;

    private BatchWorker(String name, BatchRun run, IntakeStatus status) {
        this.run = run;
        this.retry = new Retry("processing", status, cancelled);
        this.thread = Thread.ofVirtual().name(name + "-batch").unstarted(this::work);
    }

    static BatchWorker start(String name, BatchRun run, IntakeStatus status) {
        var worker = new BatchWorker(name, run, status);
        worker.thread.start();
        return worker;
    }

    /** Waits for the end, at most this long. */
    boolean finished(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return true;
        }
    }

    /** Returns when the current step has ended; a step that waits for an answer is interrupted. */
    void cancel() {
        cancelled.countDown();
        if (!finishedAfterItsStep()) {
            thread.interrupt();
            finishedAfterItsStep();
        }
    }

    private boolean finishedAfterItsStep() {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        boolean more = true;
        while (more && cancelled.getCount() > 0) {
            try {
                more = run.step();
                retry.succeeded();
            } catch (RuntimeException e) {
                retry.failed(e);
            }
        }
    }
}
