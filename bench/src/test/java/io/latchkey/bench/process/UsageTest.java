package io.latchkey.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UsageTest {

    private static final long MEGABYTE = 1_000_000;

    private final long self = ProcessHandle.current().pid();

    @Test
    void whoWorksUsesTheProcessor() {
        var before = Usage.processor(self);
        try (var worker = Executors.newSingleThreadExecutor()) {
            var work = worker.submit(UsageTest::work);
            await().until(() -> Usage.processor(self).minus(before).toMillis() >= 50);
            work.cancel(true);
        }
        assertThat(before).isPositive();
    }

    private static void work() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aVirtualMachineIsResident() {
        assertThat(Usage.resident(self)).isBetween(20 * MEGABYTE, 100_000 * MEGABYTE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void compilersUseAPartOfAVirtualMachinesTime() {
        assertThat(Usage.compilers(self)).isPositive().isLessThan(Usage.processor(self));
    }

    @Test
    void whoIsNotThereUsesNothing() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();

        assertThat(Usage.processor(gone.pid())).isEqualTo(Duration.ZERO);
        assertThat(Usage.compilers(gone.pid())).isEqualTo(Duration.ZERO);
        assertThat(Usage.resident(gone.pid())).isZero();
    }
}
