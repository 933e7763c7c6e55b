package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Queued;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalTest {

    @ParameterizedTest
    @MethodSource
    void decidesEveryState(@Nullable Notification before, Instant now, Slot slot, Notification after) {
        assertThat(DELIVERY.arrive(before, MESSAGE, NOON, now, slot)).isEqualTo(after);
    }

    static Stream<Arguments> decidesEveryState() {
        return Stream.of(
                arguments(null, NOON, FREE, started(1, 0)),
                arguments(null, NOON, BUSY, queued(0, 0)),
                arguments(null, NOON, NO_PROVIDER, rejected(0, 0, NOON, Reason.NO_PROVIDER)),
                arguments(null, EXPIRY, FREE, expired(0, 0, EXPIRY)),
                arguments(queued(0, 0), SOON, FREE, queued(0, 0)),
                arguments(queued(1, 1), SOON, FREE, queued(1, 1)),
                arguments(started(1, 0), LATER, FREE_LATER, started(1, 0)),
                arguments(startedAndCancelled(1, 0), LATER, FREE_LATER, startedAndCancelled(1, 0)),
                arguments(accepted(1, 0, SOON), LATER, FREE, accepted(1, 0, SOON)),
                arguments(rejected(1, 0, SOON, Reason.REFUSED), LATER, FREE, rejected(1, 0, SOON, Reason.REFUSED)),
                arguments(unknown(2, 2, SOON), LATER, FREE, unknown(2, 2, SOON)),
                arguments(expired(0, 0, EXPIRY), EXPIRY, FREE, expired(0, 0, EXPIRY)),
                arguments(cancelled(0, 0, SOON), LATER, FREE, cancelled(0, 0, SOON)));
    }

    @Test
    void aCancellationThatCameFirstEndsItAndGivesItsEpoch() {
        assertThat(DELIVERY.arrive(forestalled(), MESSAGE, NOON, LATER, FREE))
                .isEqualTo(new Cancelled(MESSAGE, new Progress(SOON, 0, 0, null), LATER, PROVEN));
    }

    @Test
    void aRestoredDatabaseGivesALaterEpoch() {
        assertThat(DELIVERY.arrive(null, MESSAGE, LATER, LATER, BUSY))
                .isEqualTo(new Queued(MESSAGE, new Progress(LATER, 0, 0, null), LATER));
    }
}
