package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.BatchRun;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Works on one batch in a thread of its own while the consumer keeps polling. A step that fails is tried again for ever.
 * Cancelled, it stops between two steps, which to the engine is a crash and loses nothing.
 */
final class BatchWorker {

    private static final Duration STEP = Duration.ofSeconds(10);

    private final BatchRun run;
    private final Retry retry;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean completed;

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
    boolean ended(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return true;
        }
    }

    /** Whether every action was done. */
    boolean completed() {
        return completed;
    }

    /** Returns when the current step has ended; one that waits for an answer is interrupted after a while. */
    void cancel() {
        cancelled.countDown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.join(STEP)) {
                thread.interrupt();
                thread.join(STEP);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        try {
            while (!completed && cancelled.getCount() > 0) {
                step();
            }
        } finally {
            retry.ended();
            if (!completed) {
                run.abandoned();
            }
        }
    }

    /** An Error too is waited out: to go on with the next batch would lose this one. */
    private void step() {
        try {
            completed = !run.step();
            retry.succeeded();
        } catch (Throwable e) {
            retry.failed(e);
        }
    }
}
