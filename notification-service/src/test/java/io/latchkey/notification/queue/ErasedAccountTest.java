package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of an erased account is sent any more and nothing of it is kept, whichever record comes first. */
class ErasedAccountTest extends QueueTest {

    private static final Request ERASE = new Request.Remember(ERASURE);
    private static final UUID NEXT = new UUID(1, 1);

    @Test
    void losesWhatStillWaits() {
        new Worker(world, store, 0).takesIn(SEND, new Request.Send(message(NEXT)));
        var worker = worker();

        worker.takesIn(ERASE);
        assertThat(everythingStored()).contains(ID.toString()).doesNotContain("ciphertext", "wrappedKey");
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).hasSize(2).allMatch(told -> told.startsWith("Cancelled"));
        assertThat(archived()).isTrue();
    }

    @Test
    void losesANoticeOfWhatCameBefore() {
        var worker = worker();

        worker.takesIn(new Request.Send(notice(NEXT, Change.REMOVED)), ERASE);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).hasSize(1).allMatch(told -> told.startsWith("Cancelled"));
    }

    @Test
    void losesACodeThatComesFromAnotherTopicAfterwards() {
        var worker = worker();
        worker.takesIn(ERASE);

        worker.takesIn(SEND);
        assertThat(everythingStored()).doesNotContain("ciphertext");
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesACodeInTheSameBatch(boolean codeFirst) {
        var worker = worker();

        worker.takesIn(codeFirst ? SEND : ERASE, codeFirst ? ERASE : SEND);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @Test
    void getsTheCodesOfItsNextGeneration() {
        var worker = worker();
        worker.takesIn(ERASE);

        worker.takesIn(new Request.Send(codeOfNextGeneration()));
        worker.settles();

        assertThat(world.calls).containsExactly(codeOfNextGeneration());
    }

    @Test
    void isToldOfTheErasureItself() {
        var told = notice(NEXT, Change.ERASED);
        new Worker(world, store, 0).takesIn(SEND);
        var worker = worker();

        worker.takesIn(ERASE, new Request.Send(told));
        worker.settles();

        assertThat(world.calls).containsExactly(told);
    }

    @Test
    void keepsNothingForACallUnderWayWhichEndsAsItEnds() {
        var worker = worker();
        worker.takesIn(SEND);

        worker.takesIn(ERASE);
        assertThat(everythingStored()).contains("STARTED").doesNotContain("ciphertext");
        worker.settles();

        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void isNotTriedAgainWhenTheCallUnderWayFails() {
        world.answers(new Answer.RetryAfter(Duration.ZERO));
        var worker = worker();
        worker.takesIn(SEND);

        worker.takesIn(ERASE);
        worker.settles();
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    @Test
    void isRecognisedWhenItsRecordsAreReadAgain() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.takesIn(ERASE);
        worker.settles();

        worker.takesIn(SEND, ERASE);
        worker.settles();
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).hasSize(1);
        assertThat(underWay()).isFalse();
    }

    /** Another instance learns of the erasure at each moment between two steps of the intake. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isNotCalledOnceTheErasureWasTakenInElsewhere(int steps) {
        var worker = worker();
        var run = worker.intake(SEND);
        boolean handedOver = walk(run, steps);

        worker().takesIn(ERASE);
        Worker.finish(run);
        if (!handedOver) {
            assertThat(worker.toSend).isEmpty();
            assertThat(worker.free()).isEqualTo(2);
        }
        worker.settles();
        world.pass(Worker.LEASE);
        worker.settles();
        worker.settles();

        assertThat(world.calls).hasSize(handedOver ? 1 : 0);
        assertThat(world.told).containsExactly(World.told(handedOver ? "Accepted" : "Cancelled", MESSAGE));
        assertThat(underWay()).isFalse();
    }

    /** The erasure's own intake dies after each of its steps, and its record is read again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isErasedByWhoeverReadsTheRecordAgain(int steps) {
        new Worker(world, store, 0).takesIn(SEND);
        var run = worker().intake(ERASE);
        walk(run, steps);

        var worker = worker();
        worker.takesIn(ERASE);
        worker.settles();
        world.pass(Worker.LEASE);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Cancelled", MESSAGE));
    }

    /** @return whether the message is on its way to the provider */
    private boolean walk(BatchRun run, int steps) {
        for (int i = 0; i < steps; i++) {
            run.step();
        }
        return steps > 2;
    }

    private String everythingStored() {
        var stored = new ArrayList<String>();
        for (var collection : databases.database().listCollectionNames()) {
            databases
                    .database()
                    .getCollection(collection)
                    .find()
                    .map(Document::toString)
                    .into(stored);
        }
        return stored.toString();
    }

    private static Message codeOfNextGeneration() {
        return saying(NEXT, new Content.Code(sealed("digits"), 1, LATER), Channel.SMS, LATER);
    }

    private static Message notice(UUID id, Change change) {
        return saying(id, io.latchkey.notification.delivery.Fixture.notice(change), Channel.SMS, NOON);
    }
}
