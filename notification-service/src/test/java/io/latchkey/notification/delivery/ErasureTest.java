package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Notification.Queued;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to an erased account is not sent; what came after the erasure is. */
class ErasureTest {

    private static final UUID OTHER = new UUID(1, 1);

    @ParameterizedTest
    @MethodSource
    void decidesEveryState(Notification before, Notification after) {
        assertThat(DELIVERY.withdraw(before, ERASURE, EXPIRY)).isEqualTo(after);
    }

    static Stream<Arguments> decidesEveryState() {
        return Stream.of(
                arguments(forestalled(), forestalled()),
                arguments(queued(0, 0), new Notification.Cancelled(MESSAGE, progress(0, 0), EXPIRY, ERASED)),
                arguments(queued(1, 1), unknown(1, 1, EXPIRY)),
                arguments(started(1, 0), new Notification.Started(MESSAGE, progress(1, 0), LEASE, ERASED)),
                arguments(startedAndCancelled(1, 0), startedAndCancelled(1, 0)),
                arguments(accepted(1, 0, SOON), accepted(1, 0, SOON)),
                arguments(cancelled(0, 0, SOON), cancelled(0, 0, SOON)));
    }

    @ParameterizedTest
    @MethodSource
    void coversWhatCameBefore(Message message, boolean covered) {
        assertThat(ERASURE.against(message)).isEqualTo(covered ? ERASED : null);
    }

    static Stream<Arguments> coversWhatCameBefore() {
        return Stream.of(
                arguments(codeOf(SOON.minusMillis(1)), true),
                arguments(codeOf(SOON), true),
                arguments(codeOf(SOON.plusMillis(1)), false),
                arguments(saying(ID, notice(Change.REMOVED), Channel.SMS, LATER), true),
                arguments(saying(ID, notice(Change.REMOVED), Channel.SMS, LATER.plusMillis(1)), false),
                arguments(saying(ID, notice(Change.ERASED), Channel.SMS, LATER), false),
                arguments(saying(ID, notice(Change.ERASED), Channel.SMS, SOON), false));
    }

    @Test
    void leavesNothingOfAMessageButItsIds() {
        var after = (Notification.Known) DELIVERY.withdraw(queued(0, 0), ERASURE, EXPIRY);

        assertThat(after.message()).isEqualTo(MESSAGE.withoutSeals());
    }

    @Test
    void ofALaterGenerationCounts() {
        var later = new Remembered(ACCOUNT, new Erasure(LATER, new Cause(OTHER, EXPIRY, null)), null);

        assertThat(ERASURE.and(later)).isEqualTo(later);
        assertThat(later.and(ERASURE)).isEqualTo(later);
    }

    /** A repeat comes later on the topic, and must not cover what came in between. */
    @Test
    void toldAgainChangesNothing() {
        var repeat = new Remembered(ACCOUNT, new Erasure(SOON, new Cause(ERASED.recordId(), EXPIRY, null)), null);

        assertThat(ERASURE.and(repeat)).isEqualTo(ERASURE);
        assertThat(repeat.and(ERASURE)).isEqualTo(ERASURE);
    }

    @Test
    void isNothingToOneOfWhomNothingIsKnown() {
        var unknown = new Remembered(new AggregateKey("contoso", "u-2"), null, null);

        assertThat(unknown.against(MESSAGE)).isNull();
        assertThat(DELIVERY.withdraw(queued(0, 0), unknown, LATER)).isInstanceOf(Queued.class);
    }

    private static Message codeOf(Instant requestedAt) {
        return saying(ID, new Content.Code(sealed("digits"), 1, requestedAt), Channel.SMS, EXPIRY);
    }
}
