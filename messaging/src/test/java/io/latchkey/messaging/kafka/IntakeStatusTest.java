package io.latchkey.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IntakeStatusTest {

    private final IntakeStatus status = new IntakeStatus();

    @Test
    void nobodyIsReadyWhoHasNotStarted() {
        assertThat(status.reason()).contains("the consumer has no partitions yet");
        status.started();
        assertThat(status.reason()).isEmpty();
    }

    @Test
    void whatIsWatchedIsAskedEachTime() {
        var problem = new AtomicReference<>(Optional.of("the policies topic was not read to its end yet"));
        status.started();
        status.watch(problem::get);
        assertThat(status.reason()).contains("the policies topic was not read to its end yet");

        status.problem("reading", "reading: nothing answers");
        assertThat(status.reason())
                .contains("reading: nothing answers; the policies topic was not read to its end yet");

        problem.set(Optional.empty());
        status.solved("reading");
        assertThat(status.reason()).isEmpty();
    }
}
