package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CancellationTest {

    @ParameterizedTest
    @MethodSource
    void decidesEveryState(@Nullable Notification before, Notification after) {
        assertThat(DELIVERY.cancel(before, ID, PROVEN, SOON, LATER)).isEqualTo(after);
    }

    static Stream<Arguments> decidesEveryState() {
        return Stream.of(
                arguments(null, forestalled()),
                arguments(forestalled(), forestalled()),
                arguments(queued(0, 0), cancelled(0, 0, LATER)),
                arguments(queued(1, 0), cancelled(1, 0, LATER)),
                // An answer was lost: nobody may claim that it was not sent.
                arguments(queued(1, 1), unknown(1, 1, LATER)),
                // The call under way cannot be taken back.
                arguments(started(1, 0), startedAndCancelled(1, 0)),
                arguments(startedAndCancelled(1, 0), startedAndCancelled(1, 0)),
                arguments(accepted(1, 0, SOON), accepted(1, 0, SOON)),
                arguments(rejected(1, 0, SOON, Reason.REFUSED), rejected(1, 0, SOON, Reason.REFUSED)),
                arguments(unknown(2, 2, SOON), unknown(2, 2, SOON)),
                arguments(expired(0, 0, EXPIRY), expired(0, 0, EXPIRY)),
                arguments(cancelled(0, 0, SOON), cancelled(0, 0, SOON)));
    }
}
