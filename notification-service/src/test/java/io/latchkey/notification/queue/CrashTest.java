package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker dies, and another takes over when the lease has run out. */
class CrashTest extends QueueTest {

    @Test
    void beforeTheCallTheMessageIsSentByAnother() {
        worker().takesIn(SEND);

        var other = worker();
        other.settles();
        assertThat(world.calls).isEmpty();

        world.pass(Worker.LEASE);
        other.settles();
        assertThat(world.calls).containsExactly(MESSAGE);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void afterTheAnswerTheVerySameMessageIsSentOnceMore() {
        var dead = worker();
        dead.takesIn(SEND);
        dead.calls();

        world.pass(Worker.LEASE);
        worker().settles();

        assertThat(world.calls).containsExactly(MESSAGE, MESSAGE);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void aSecondLossEndsIt() {
        var first = worker();
        first.takesIn(SEND);
        first.calls();
        world.pass(Worker.LEASE);
        var second = worker();
        second.claims();
        second.calls();

        world.pass(Worker.LEASE);
        worker().settles();

        assertThat(world.calls).hasSize(2);
        assertThat(world.told).containsExactly(World.told("Unknown", MESSAGE));
    }

    @Test
    void anAnswerThatComesAfterTheTakeoverIsDropped() {
        var slow = worker();
        slow.takesIn(SEND);
        slow.calls();
        world.pass(Worker.LEASE);
        var other = worker();
        other.claims();

        Worker.finish(slow.recording());
        assertThat(slow.ends).isEmpty();

        other.settles();
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatComesAfterTheTakeoverDoesNotTakeTheNextOneWithIt(boolean first) {
        var slow = worker();
        slow.takesIn(SEND);
        slow.calls();
        world.pass(Worker.LEASE);
        slow.claims();
        slow.calls();
        assertThat(slow.answers).hasSize(2);
        if (!first) {
            Collections.reverse(slow.answers);
        }

        slow.settles();

        assertThat(world.calls).hasSize(2);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void anAnswerThatComesAfterTheEndWasArchivedBringsNothingBack() {
        var slow = worker();
        slow.takesIn(SEND);
        slow.calls();
        world.pass(Worker.LEASE);
        worker().settles();

        Worker.finish(slow.recording());

        assertThat(underWay()).isFalse();
        assertThat(world.told).hasSize(1);
    }

    @Test
    void anEndThatWasRecordedAndNotToldIsToldByAnother() {
        var dead = worker();
        dead.takesIn(SEND);
        dead.calls();
        Worker.finish(dead.recording());

        world.pass(Worker.LEASE);
        worker().settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
        assertThat(archived()).isTrue();
    }

    /** Before telling, after telling, after archiving, after all of it. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 1", "4, 1"})
    void anEndThatIsNotArchivedIsToldAgainAsTheSameEvent(int steps, int told) {
        var dead = worker();
        dead.takesIn(SEND);
        dead.calls();
        Worker.finish(dead.recording());
        var telling = dead.telling();
        for (int i = 0; i < steps; i++) {
            telling.step();
        }

        world.pass(Worker.LEASE);
        worker().settles();

        assertThat(world.told).hasSize(told).containsOnly(World.told("Accepted", MESSAGE));
        assertThat(archived()).isTrue();
        assertThat(underWay()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void ofTheIntakeAtAnyStepEndsInOneMessageAndOneEnd(int steps) {
        var dead = worker().intake(SEND);
        for (int i = 0; i < steps; i++) {
            dead.step();
        }

        var other = worker();
        other.takesIn(SEND);
        other.settles();
        world.pass(Worker.LEASE);
        other.settles();

        assertThat(world.calls).containsExactly(MESSAGE);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void aCodeThatExpiredMeanwhileIsNotSentAgain() {
        worker().takesIn(SEND);

        world.pass(Duration.ofMinutes(5));
        worker().settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Unknown", MESSAGE));
    }
}
