package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reminder that was answered is not sent; one that follows from what came later is. */
class RenewalTest {

    private static final Instant DUE = NOON.minus(Duration.ofDays(1));
    private static final Instant NEXT = NOON.plus(Duration.ofDays(180));

    @ParameterizedTest
    @MethodSource
    void answersRemindersOfEarlierDatesThatCameBefore(Remembered known, Message message, boolean answered) {
        assertThat(known.against(message)).isEqualTo(answered ? PROVEN : null);
    }

    static Stream<Arguments> answersRemindersOfEarlierDatesThatCameBefore() {
        return Stream.of(
                arguments(renewed(1, 8, NEXT), reminder(1, 7), true),
                arguments(renewed(1, 8, null), reminder(1, 7), true),
                arguments(renewed(2, 1, NEXT), reminder(1, 7), true),
                // One of two methods was confirmed: the date stands.
                arguments(renewed(1, 8, DUE), reminder(1, 7), false),
                arguments(renewed(1, 8, DUE.minusSeconds(1)), reminder(1, 7), false),
                // A later event knows of a shorter policy.
                arguments(renewed(1, 6, NEXT), reminder(1, 7), false),
                arguments(renewed(1, 6, null), reminder(1, 7), false),
                arguments(renewed(1, 9, NEXT), reminder(2, 1), false),
                arguments(renewed(1, 8, NEXT), saying(ID, notice(Content.Change.ADDED), Channel.SMS, NOON), false),
                arguments(renewed(1, 8, NEXT), MESSAGE, false));
    }

    @Test
    void theLastOneCounts() {
        var one = renewed(1, 8, NEXT);
        var later = renewed(1, 9, DUE);

        assertThat(one.and(later)).isEqualTo(later);
        assertThat(later.and(one)).isEqualTo(later);
        assertThat(one.and(ERASURE)).isEqualTo(ERASURE.and(one));
    }

    @Test
    void aReminderHasTheSameNameWhicheverEventTellsIt() {
        assertThat(Notification.reminderId(ACCOUNT, DUE, 1, METHOD))
                .isEqualTo(Notification.reminderId(ACCOUNT, DUE, 1, METHOD))
                .isNotEqualTo(Notification.reminderId(ACCOUNT, DUE, 2, METHOD))
                .isNotEqualTo(Notification.reminderId(ACCOUNT, NEXT, 1, METHOD))
                .isNotEqualTo(Notification.reminderId(ACCOUNT, DUE, 1, ID));
    }

    private static Message reminder(int epoch, long sequence) {
        return saying(ID, new Content.ReconfirmReminder(DUE, 1, order(epoch, sequence), null), Channel.EMAIL, NOON);
    }

    private static Remembered renewed(int epoch, long sequence, @Nullable Instant dueAt) {
        return new Remembered(ACCOUNT, null, new Renewal(order(epoch, sequence), dueAt, PROVEN));
    }

    private static EventOrder order(int epoch, long sequence) {
        return new EventOrder(Instant.ofEpochSecond(epoch), sequence);
    }
}
