package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.notification.delivery.Notification.Expired;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimTest {

    private static final Instant LEASE_ENDS = LEASE.until();

    @ParameterizedTest
    @MethodSource
    void decidesEveryState(Notification before, Instant now, Slot slot, Notification after) {
        assertThat(DELIVERY.claim(before, now, slot)).isEqualTo(after);
    }

    static Stream<Arguments> decidesEveryState() {
        return Stream.of(
                arguments(forestalled(), LATER, FREE_LATER, forestalled()),
                arguments(queued(0, 0), NOON.minusMillis(1), FREE, queued(0, 0)),
                arguments(queued(0, 0), NOON, FREE, started(1, 0)),
                arguments(queued(0, 0), NOON, BUSY, queued(0, 0)),
                arguments(queued(0, 0), NOON, NO_PROVIDER, rejected(0, 0, NOON, Reason.NO_PROVIDER)),
                arguments(queued(0, 0), EXPIRY, FREE_LATER, expired(0, 0, EXPIRY)),
                arguments(queued(1, 1), EXPIRY, FREE_LATER, unknown(1, 1, EXPIRY)),
                arguments(queued(1, 1), NOON, FREE, started(2, 1)),
                arguments(started(1, 0), LEASE_ENDS.minusMillis(1), FREE_LATER, started(1, 0)),
                arguments(started(1, 0), LEASE_ENDS, FREE_LATER, restarted(2, 1)),
                arguments(started(1, 0), LEASE_ENDS, BUSY, new Queued(MESSAGE, progress(1, 1), LEASE_ENDS)),
                arguments(started(2, 1), LEASE_ENDS, FREE_LATER, unknown(2, 2, LEASE_ENDS)),
                arguments(started(1, 0), EXPIRY, FREE_LATER, unknown(1, 1, EXPIRY)),
                arguments(startedAndCancelled(1, 0), LEASE_ENDS, FREE_LATER, unknown(1, 1, LEASE_ENDS)),
                arguments(accepted(1, 0, SOON), LATER, FREE_LATER, accepted(1, 0, SOON)),
                arguments(rejected(1, 0, SOON, Reason.REFUSED), LATER, FREE, rejected(1, 0, SOON, Reason.REFUSED)),
                arguments(unknown(2, 2, SOON), LATER, FREE_LATER, unknown(2, 2, SOON)),
                arguments(expired(0, 0, EXPIRY), EXPIRY, FREE_LATER, expired(0, 0, EXPIRY)),
                arguments(cancelled(0, 0, SOON), LATER, FREE_LATER, cancelled(0, 0, SOON)));
    }

    @Test
    void aLostMessageGoesToTheSameProviderAgain() {
        var elsewhere = new Slot.Free("other", OTHER_LEASE);

        assertThat(DELIVERY.claim(started(1, 0), LEASE_ENDS, elsewhere)).isEqualTo(restarted(2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:59:59Z, 2026-03-02T10:59:59Z, 2026-03-02T10:59:59Z",
        "2026-03-02T11:00:00Z, 2026-03-03T00:00:00Z, 2026-03-03T02:00:00Z",
        "2026-03-02T23:59:59Z, 2026-03-03T00:00:00Z, 2026-03-03T02:00:00Z",
    })
    @Tag("SPEC-4.1g")
    void aReminderWhoseTurnComesAtNightWaitsForTheMorning(Instant turn, Instant earliest, Instant latest) {
        var reminder = reminder(turn.plus(Duration.ofDays(1)));

        var next = DELIVERY.claim(new Queued(reminder, progress(1, 0), turn), turn, FREE);

        if (earliest.equals(turn)) {
            assertThat(next).isInstanceOf(Started.class);
        } else {
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Queued.class, queued -> assertThat(queued.dueAt()).isBetween(earliest, latest));
            assertThat(DELIVERY.claim(next, latest, FREE)).isInstanceOf(Started.class);
        }
    }

    @Test
    void aReminderThatComesAtNightIsNotSentAtOnceAndNotAfterItsTime() {
        var night = Instant.parse("2026-03-02T15:00:00Z");
        var reminder = reminder(night.plus(Duration.ofHours(1)));

        var queued = DELIVERY.arrive(null, reminder, night, night, FREE);

        assertThat(queued).isInstanceOf(Queued.class);
        assertThat(DELIVERY.claim(queued, night.plus(Duration.ofHours(12)), FREE))
                .isInstanceOf(Expired.class);
    }

    /** To somebody in Tokyo. */
    private static Message reminder(Instant expiresAt) {
        return new Message(
                ID,
                ACCOUNT,
                new Content.ReconfirmReminder(NOON, 1, new EventOrder(NOON, 1), WakingHours.in("Asia/Tokyo")),
                Channel.EMAIL,
                METHOD,
                sealed("destination"),
                "en",
                expiresAt,
                new Cause(ID, NOON, null),
                ID);
    }

    private static Started restarted(int calls, int lost) {
        return new Started(MESSAGE, progress(calls, lost), OTHER_LEASE, null);
    }
}
