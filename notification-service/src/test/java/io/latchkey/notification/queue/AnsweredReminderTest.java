package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.delivery.Renewal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is reminded of what was confirmed before the mail server took the reminder. */
class AnsweredReminderTest extends QueueTest {

    private static final Request CONFIRMED = confirmed(8);
    private static final Request REMIND = new Request.Send(reminder(7));

    @Test
    void isNotSentWhenItStillWaits() {
        var worker = worker();
        world.answers(new Answer.RetryAfter(Duration.ofHours(1)));
        worker.takesIn(REMIND);
        worker.settles();

        worker.takesIn(CONFIRMED);
        worker.settles();
        world.pass(Duration.ofHours(2));
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).containsExactly(told("Cancelled"));
    }

    /** As after a redrive: the reminder could not be read before. */
    @Test
    void isNotSentWhenItComesAfterTheConfirmation() {
        var worker = worker();
        worker.takesIn(CONFIRMED);

        worker.takesIn(REMIND);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(told("Cancelled"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNotSentWhenBothAreInOneBatch(boolean reminderFirst) {
        var worker = worker();

        worker.takesIn(reminderFirst ? REMIND : CONFIRMED, reminderFirst ? CONFIRMED : REMIND);
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).containsExactly(told("Cancelled"));
    }

    @Test
    void isSentWhenItFollowsFromWhatCameLater() {
        var worker = worker();
        worker.takesIn(confirmed(6));

        worker.takesIn(REMIND);
        worker.settles();

        assertThat(world.told).containsExactly(told("Accepted"));
    }

    @Test
    void leavesOtherMessagesAlone() {
        new Worker(world, store, 0).takesIn(SEND);
        var worker = worker();

        worker.takesIn(CONFIRMED);
        worker.settles();

        assertThat(world.calls).containsExactly(MESSAGE);
    }

    @Test
    void isDroppedWhenItIsToldAgainByAnotherEvent() {
        var worker = worker();
        worker.takesIn(REMIND);
        worker.settles();

        worker.takesIn(new Request.Send(reminder(9)));
        worker.settles();

        assertThat(world.calls).hasSize(1);
        assertThat(world.told).hasSize(1);
    }

    private static Request confirmed(long sequence) {
        var renewal = new Renewal(new EventOrder(NOON, sequence), NOON.plus(Duration.ofDays(180)), PROVEN);
        return new Request.Remember(new Remembered(ACCOUNT, null, renewal));
    }

    private static Message reminder(long sequence) {
        var content = new Content.ReconfirmReminder(NOON, 1, new EventOrder(NOON, sequence), null);
        return new Message(
                ID,
                ACCOUNT,
                content,
                Channel.SMS,
                METHOD,
                sealed("destination"),
                "en",
                NOON.plus(Duration.ofDays(7)),
                SENT,
                METHOD);
    }

    private static String told(String end) {
        return World.told(end, MESSAGE);
    }
}
