package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingTest extends QueueTest {

    @Test
    void aCodeIsStartedAtOnceSentToldAndArchived() {
        var worker = worker();

        worker.takesIn(SEND);
        assertThat(store.load(Set.of(ID)).values())
                .singleElement()
                .extracting(stored -> stored.notification().getClass().getSimpleName())
                .isEqualTo("Started");
        worker.settles();

        assertThat(world.calls).containsExactly(MESSAGE);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
        assertThat(archived()).isTrue();
        assertThat(underWay()).isFalse();
    }

    @Test
    void whatFindsNoPlaceWaitsForOne() {
        var worker = worker();
        worker.takesIn(IntStream.range(0, 5)
                .mapToObj(i -> new Request.Send(message(new UUID(9, i))))
                .toArray(Request[]::new));

        assertThat(worker.toSend).hasSize(2);
        worker.settles();
        assertThat(world.told).hasSize(2);
        worker.settles();
        worker.settles();

        assertThat(world.calls).hasSize(5).doesNotHaveDuplicates();
        assertThat(world.told).hasSize(5);
    }

    @Test
    void remindersNeverTakeThePlaceOfACode() {
        var worker = worker();
        worker.takesIn(IntStream.range(0, 20)
                .mapToObj(i -> new Request.Send(reminder(new UUID(9, i))))
                .toArray(Request[]::new));

        worker.takesIn(SEND);

        assertThat(worker.toSend)
                .extracting(Stored::notification)
                .extracting("message")
                .contains(MESSAGE);
    }

    @Test
    void aDefiniteRefusalEndsIt() {
        world.answers(new Answer.Refused(Reason.INVALID_DESTINATION));
        var worker = worker();

        worker.takesIn(SEND);
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(World.told("Rejected", MESSAGE));
    }

    @Test
    void aProviderThatIsBusyIsAskedAgainWhenItSaysSo() {
        world.answers(new Answer.RetryAfter(Duration.ofSeconds(20)));
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();

        world.pass(Duration.ofSeconds(20));
        worker.settles();
        assertThat(world.calls).hasSize(1);

        world.pass(Duration.ofSeconds(2));
        worker.settles();
        assertThat(world.calls).containsExactly(MESSAGE, MESSAGE);
        assertThat(world.told).containsExactly(World.told("Accepted", MESSAGE));
    }

    @Test
    void aCodeThatIsBornExpiredIsNotSent() {
        world.pass(Duration.ofMinutes(5));
        var worker = worker();

        worker.takesIn(SEND);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Expired", MESSAGE));
    }

    @Test
    void aCodeThatExpiresWhileItWaitsIsNotSent() {
        var busy = new Worker(world, store, 0);
        busy.takesIn(SEND);
        world.pass(Duration.ofMinutes(5));

        worker().settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(World.told("Expired", MESSAGE));
    }

    @Test
    void aChannelWithoutAProviderIsRejectedAtOnce() {
        var worker = worker();

        worker.takesIn(new Request.Send(message(ID, Channel.VOICE, EXPIRY)));
        worker.settles();

        assertThat(world.told).containsExactly(World.told("Rejected", MESSAGE));
    }

    private static Message reminder(UUID id) {
        return new Message(
                id,
                ACCOUNT,
                new Content.ReconfirmReminder(NOON, 1, new EventOrder(NOON, 1), null),
                Channel.SMS,
                METHOD,
                sealed("destination"),
                "en",
                EXPIRY,
                SENT,
                new UUID(7, 7));
    }
}
