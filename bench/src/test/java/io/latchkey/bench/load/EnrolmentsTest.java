package io.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EnrolmentsTest {

    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(30);

    private final Enrolments enrolments = new Enrolments(1);

    @Test
    void aTimeCountsFromWhenTheEnrolmentWasToBegin() {
        enrolments.record();
        long intended = System.nanoTime();
        await().pollDelay(Duration.ZERO).until(() -> System.nanoTime() - intended > LATE);

        enrolments.begins(1, intended);
        enrolments.proven(1);

        assertThat(enrolments.times().getMaxValue()).isGreaterThanOrEqualTo(TimeUnit.NANOSECONDS.toMicros(LATE));
    }

    @Test
    void whatWasToBeginBeforeTheRecordingIsNotTimed() {
        enrolments.begins(1, System.nanoTime());
        enrolments.record();
        enrolments.proven(1);

        assertThat(enrolments.proven()).isOne();
        assertThat(enrolments.times().getTotalCount()).isZero();
    }

    @Test
    void toBeAskedDoesNotMakeTimesFewer() {
        enrolments.record();
        enrolments.begins(1, System.nanoTime());
        enrolments.proven(1);

        assertThat(enrolments.times().getTotalCount()).isOne();
        assertThat(enrolments.times().getTotalCount()).isOne();
    }

    @Test
    void whoIsRejectedMakesRoomAndIsNotTimed() throws InterruptedException {
        enrolments.record();
        assertThat(enrolments.tookPlace(Duration.ZERO)).isTrue();
        enrolments.begins(1, System.nanoTime());
        assertThat(enrolments.tookPlace(Duration.ZERO)).isFalse();

        enrolments.rejected(1);

        assertThat(enrolments.tookPlace(Duration.ZERO)).isTrue();
        assertThat(enrolments.rejected()).isOne();
        assertThat(enrolments.proven()).isZero();
        assertThat(enrolments.underWay()).isZero();
        assertThat(enrolments.times().getTotalCount()).isZero();
    }

    @Test
    void anEventToldTwiceEndsNothingTwice() throws InterruptedException {
        enrolments.tookPlace(Duration.ZERO);
        enrolments.begins(1, System.nanoTime());

        enrolments.proven(1);
        enrolments.proven(1);
        enrolments.rejected(1);

        assertThat(enrolments.proven()).isOne();
        assertThat(enrolments.rejected()).isZero();
        assertThat(enrolments.tookPlace(Duration.ZERO)).isTrue();
        assertThat(enrolments.tookPlace(Duration.ZERO)).isFalse();
    }
}
