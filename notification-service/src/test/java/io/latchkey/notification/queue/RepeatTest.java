package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record read again makes no second message. */
class RepeatTest extends QueueTest {

    @Test
    void isDroppedWhileTheNotificationIsUnderWay() {
        var worker = worker();
        worker.takesIn(SEND);

        worker.takesIn(SEND);
        worker.settles();
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void isDroppedLongAfterTheNotificationWasArchived() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();

        worker.takesIn(SEND);
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).hasSize(1);
        assertThat(underWay()).isFalse();
    }

    @Test
    void ofWhatCannotBeReadIsDroppedAndTakesNoPlace() {
        new Worker(world, store, 0).takesIn(SEND);
        databases.database().getCollection("notifications").updateOne(new Document(), Updates.set("state", "PAUSED"));
        var worker = worker();

        worker.takesIn(SEND);

        assertThat(worker.toSend).isEmpty();
        assertThat(worker.free()).isEqualTo(2);
    }

    @Test
    void takesNoPlace() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();

        for (int i = 0; i < 5; i++) {
            worker.takesIn(SEND);
        }
        worker.takesIn(new Request.Send(message(METHOD)));

        assertThat(worker.toSend).hasSize(1);
    }

    /** The intake inserts in its second step and looks into the archive in a later one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void isNotSentByWhoeverFindsWhatADeadIntakeInserted(int places) {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();
        var dead = new Worker(world, store, places).intake(SEND);
        dead.step();
        dead.step();
        assertThat(underWay()).isTrue();

        world.pass(Worker.LEASE);
        worker.settles();
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).hasSize(1);
        assertThat(underWay()).isFalse();
    }

    @Test
    void isNotToldWhereADeadIntakeFoundItExpired() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();
        world.pass(Duration.ofMinutes(5));

        aDeadIntakeEnds(SEND);
        worker.settles();

        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
        assertThat(underWay()).isFalse();
    }

    @Test
    void isNotToldWhereADeadIntakeFoundItCancelled() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();

        aDeadIntakeEnds(SEND, CANCEL);
        worker.settles();

        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
        assertThat(underWay()).isFalse();
    }

    private void aDeadIntakeEnds(Request... repeated) {
        var dead = worker().intake(repeated);
        dead.step();
        dead.step();
        assertThat(underWay()).isTrue();
        world.pass(Worker.LEASE);
    }
}
