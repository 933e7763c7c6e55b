package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something does not answer: the same step is taken again, and nothing is lost or doubled. */
class OutageTest extends QueueTest {

    /** Each call of the store in turn is done, and its answer lost. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void ofTheStoreAtAnyCallChangesNothing(int failing) {
        var worker = new Worker(world, LostAnswers.of(store, failing), 2);

        patiently(worker.intake(SEND, new Request.Send(message(METHOD))));
        worker.calls();
        patiently(worker.recording());
        patiently(worker.telling());

        assertThat(world.calls).hasSize(2).doesNotHaveDuplicates();
        assertThat(world.told).hasSize(2).doesNotHaveDuplicates();
        assertThat(underWay()).isFalse();
    }

    /** The insert's answer is lost, and so is the cancellation of the other that the same step writes. */
    @Test
    void whileOneIsInsertedAndAnotherCancelledHandsEachOverOnce() {
        new Worker(world, store, 0).takesIn(SEND);
        var other = message(METHOD);
        var worker = new Worker(world, LostAnswers.of(store, 1, 4), 2);

        patiently(worker.intake(CANCEL, new Request.Send(other)));

        assertThat(worker.toSend)
                .singleElement()
                .extracting(attempt -> attempt.notification().message())
                .isEqualTo(other);
        worker.calls();
        assertThat(worker.free()).isEqualTo(2);
    }

    /** Each call of the store in turn is done, and its answer lost. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whileAnAccountIsErasedSendsNothing(int failing) {
        new Worker(world, store, 0).takesIn(SEND);
        var worker = new Worker(world, LostAnswers.of(store, failing), 2);

        patiently(worker.intake(new Request.Remember(ERASURE), new Request.Send(message(METHOD))));
        patiently(worker.telling());
        world.pass(Worker.LEASE);
        worker().settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).hasSize(2).doesNotHaveDuplicates().allMatch(told -> told.startsWith("Cancelled"));
        assertThat(underWay()).isFalse();
    }

    @Test
    void ofTheBusLeavesTheEndToBeTold() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.calls();
        Worker.finish(worker.recording());
        world.busDown(true);
        var telling = worker.telling();
        assertThat(answers(telling)).isFalse();
        assertThat(archived()).isFalse();

        world.busDown(false);
        Worker.finish(telling);

        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
        assertThat(archived()).isTrue();
    }

    private static void patiently(BatchRun run) {
        boolean more = true;
        while (more) {
            try {
                more = run.step();
            } catch (OutageException again) {
                more = true;
            }
        }
    }

    private static boolean answers(BatchRun run) {
        try {
            Worker.finish(run);
            return true;
        } catch (OutageException e) {
            return false;
        }
    }
}
