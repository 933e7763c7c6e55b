package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A code that was proven or superseded is not sent, whatever comes first. */
class PointlessMessageTest extends QueueTest {

    @Test
    void isNotSentWhenItsCancellationCameFirst() {
        var worker = worker();
        worker.takesIn(CANCEL);
        assertThat(world.told).isEmpty();

        worker.takesIn(SEND);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @Test
    void isNotSentWhenItsCancellationIsInTheSameBatch() {
        var worker = worker();

        worker.takesIn(SEND, CANCEL);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @Test
    void isNotSentWhenItStillWaits() {
        new Worker(world, store, 0).takesIn(SEND);
        var worker = worker();

        worker.takesIn(CANCEL);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @Test
    void isAcceptedWhenTheCallUnderWaySucceeds() {
        var worker = worker();
        worker.takesIn(SEND);

        worker.takesIn(CANCEL);
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void isNotTriedAgainWhenTheCallUnderWayFails() {
        world.answers(new Answer.RetryAfter(Duration.ZERO));
        var worker = worker();
        worker.takesIn(SEND);

        worker.takesIn(CANCEL);
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @Test
    void leavesNothingBehindWhenItWasSentLongAgo() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();

        worker.takesIn(CANCEL);
        worker.settles();

        assertThat(underWay()).isFalse();
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }
}
