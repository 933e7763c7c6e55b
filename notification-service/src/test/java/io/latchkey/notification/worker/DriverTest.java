package io.latchkey.notification.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.kafka.IntakeStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DriverTest {

    private final Driver driver = new Driver("test", new IntakeStatus());

    @Test
    void walksARunToItsEnd() {
        var run = new Run(() -> {});

        assertThat(driver.drive(run)).isTrue();
        assertThat(run.abandoned).isFalse();
    }

    @Test
    void abandonsARunThatFails() {
        var run = new Run(() -> {
            throw new IllegalStateException("a fault");
        });

        assertThat(driver.drive(run)).isFalse();
        assertThat(run.abandoned).isTrue();
    }

    @Test
    void abandonsARunThatIsNotDoneInTime() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var run = new Run(() -> {
            begun.countDown();
            throw new OutageException("nobody answers");
        });
        driver.start(() -> {
            driver.drive(run);
            ended.countDown();
        });
        begun.await();

        driver.stop(Duration.ofMillis(1));

        ended.await();
        assertThat(run.abandoned).isTrue();
    }

    private static final class Run implements BatchRun {

        private final Runnable action;
        private volatile boolean abandoned;

        Run(Runnable action) {
            this.action = action;
        }

        @Override
        public boolean step() {
            action.run();
            return false;
        }

        @Override
        public void abandoned() {
            abandoned = true;
        }
    }
}
