package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is dropped between two of its steps while its process lives on. */
class AbandonedRunTest extends QueueTest {

    private static final Request OTHER = new Request.Send(message(METHOD));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void ofTheIntakeKeepsNoPlace(int steps) {
        var worker = worker();

        abandonAfter(steps, worker.intake(SEND, OTHER));

        worker.calls();
        assertThat(worker.free()).isEqualTo(2);
    }

    /** One is new; of the other, an earlier copy waits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void ofTheIntakeKeepsNoPlaceForWhatWasThere(int steps) {
        new Worker(world, store, 0).takesIn(SEND);
        var worker = worker();

        abandonAfter(steps, worker.intake(SEND, OTHER));

        worker.calls();
        assertThat(worker.free()).isEqualTo(2);
    }

    /** The insert's answer is lost, and then that of each later call of the store in turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void ofTheIntakeKeepsNoPlaceInAnOutage(int failing) {
        new Worker(world, store, 0).takesIn(SEND);
        var worker = new Worker(world, LostAnswers.of(store, 0, failing), 2);

        abandonAtTheSecondOutage(worker.intake(CANCEL, OTHER));

        worker.calls();
        assertThat(worker.free()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void ofALookAtALaneKeepsNoPlace(int steps) {
        new Worker(world, store, 0).takesIn(SEND, OTHER);
        var worker = worker();

        abandonAfter(steps, worker.look());

        worker.calls();
        assertThat(worker.free()).isEqualTo(2);
    }

    @Test
    void leavesItsMessageToWhoeverComesWhenTheLeaseHasRunOut() {
        var worker = worker();
        abandonAfter(2, worker.intake(SEND));

        world.pass(Worker.LEASE);
        worker.settles();

        assertThat(world.calls).containsExactly(MESSAGE);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    private static void abandonAfter(int steps, BatchRun run) {
        boolean more = true;
        for (int i = 0; i < steps && more; i++) {
            more = run.step();
        }
        if (more) {
            run.abandoned();
        }
    }

    private static void abandonAtTheSecondOutage(BatchRun run) {
        int outages = 0;
        boolean more = true;
        while (more && outages < 2) {
            try {
                more = run.step();
            } catch (OutageException e) {
                outages++;
            }
        }
        if (more) {
            run.abandoned();
        }
    }
}
