package io.latchkey.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchWorkerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final IntakeStatus status = new IntakeStatus();
    private final AtomicInteger steps = new AtomicInteger();
    private final CountDownLatch abandoned = new CountDownLatch(1);

    @Test
    void aBatchIsCompletedWhenItsLastActionIsDone() {
        var worker = BatchWorker.start("test", () -> steps.incrementAndGet() < 3, status);

        assertThat(worker.ended(PATIENCE)).isTrue();
        assertThat(worker.completed()).isTrue();
        assertThat(steps).hasValue(3);
    }

    @Test
    void anOutageAndEvenAnErrorAreWaitedOutInTheSameAction() {
        var worker = BatchWorker.start(
                "test",
                () -> switch (steps.incrementAndGet()) {
                    case 1 -> throw new OutageException("gone");
                    case 2 -> throw new NoClassDefFoundError("gone too");
                    default -> false;
                },
                status);

        assertThat(worker.ended(PATIENCE)).isTrue();
        assertThat(worker.completed()).isTrue();
    }

    @Test
    void aCancelledBatchIsNotCompletedIsToldSoAndLeavesNoProblemBehind() throws Exception {
        status.started();
        var failing = new CountDownLatch(1);
        var worker = BatchWorker.start(
                "test",
                new BatchRun() {
                    @Override
                    public boolean step() {
                        failing.countDown();
                        throw new OutageException("gone");
                    }

                    @Override
                    public void abandoned() {
                        abandoned.countDown();
                    }
                },
                status);
        failing.await();

        worker.cancel();

        assertThat(worker.ended(PATIENCE)).isTrue();
        assertThat(worker.completed()).isFalse();
        assertThat(abandoned.getCount()).isZero();
        assertThat(status.reason()).isEmpty();
    }
}
