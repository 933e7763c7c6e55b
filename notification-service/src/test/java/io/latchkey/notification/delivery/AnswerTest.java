package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {

    private static final Answer ACCEPTED = new Answer.Accepted();
    private static final Answer REFUSED = new Answer.Refused(Reason.INVALID_DESTINATION);
    private static final Answer RETRY = new Answer.RetryAfter(Duration.ofSeconds(7));
    private static final Answer RETRY_TOO_LATE = new Answer.RetryAfter(Duration.ofMinutes(5));
    private static final Answer LOST = new Answer.Lost();
    private static final Answer UNSENDABLE = new Answer.Unsendable(Reason.UNREADABLE);
    private static final Answer NOT_CALLED = new Answer.NotCalled();
    private static final Answer POINTLESS = new Answer.Pointless(PROVEN);

    @ParameterizedTest
    @MethodSource
    void decidesEveryAnswer(Started asked, Answer answer, Instant now, Notification after) {
        assertThat(DELIVERY.answer(asked, asked, answer, now)).isEqualTo(after);
    }

    static Stream<Arguments> decidesEveryAnswer() {
        return Stream.of(
                arguments(started(1, 0), ACCEPTED, SOON, accepted(1, 0, SOON)),
                arguments(started(2, 1), ACCEPTED, SOON, accepted(2, 1, SOON)),
                arguments(startedAndCancelled(1, 0), ACCEPTED, SOON, accepted(1, 0, SOON)),
                arguments(started(1, 0), ACCEPTED, EXPIRY, accepted(1, 0, EXPIRY)),
                arguments(started(1, 0), REFUSED, SOON, rejected(1, 0, SOON, Reason.INVALID_DESTINATION)),
                arguments(startedAndCancelled(1, 0), REFUSED, SOON, rejected(1, 0, SOON, Reason.INVALID_DESTINATION)),
                arguments(
                        started(1, 0),
                        RETRY,
                        SOON,
                        queuedAgain(1, 0, SOON.plusSeconds(7).plus(pause(1)))),
                arguments(startedAndCancelled(1, 0), RETRY, SOON, cancelled(1, 0, SOON)),
                arguments(started(1, 0), RETRY_TOO_LATE, SOON, expired(1, 0, SOON)),
                arguments(started(2, 1), RETRY_TOO_LATE, SOON, unknown(2, 1, SOON)),
                arguments(started(1, 0), LOST, SOON, queuedAgain(1, 1, SOON.plus(pause(1)))),
                arguments(started(2, 1), LOST, SOON, unknown(2, 2, SOON)),
                arguments(startedAndCancelled(1, 0), LOST, SOON, unknown(1, 1, SOON)),
                arguments(started(1, 0), LOST, EXPIRY, unknown(1, 1, EXPIRY)),
                arguments(started(1, 0), UNSENDABLE, SOON, rejected(0, 0, SOON, Reason.UNREADABLE)),
                arguments(started(2, 1), UNSENDABLE, SOON, unknown(1, 1, SOON)),
                arguments(started(1, 0), POINTLESS, SOON, cancelled(0, 0, SOON)),
                arguments(startedAndCancelled(1, 0), POINTLESS, SOON, cancelled(0, 0, SOON)),
                arguments(started(2, 1), POINTLESS, SOON, unknown(1, 1, SOON)),
                arguments(started(1, 0), NOT_CALLED, SOON, queuedAgain(0, 0, SOON)),
                arguments(startedAndCancelled(1, 0), NOT_CALLED, SOON, cancelled(0, 0, SOON)),
                arguments(started(1, 0), NOT_CALLED, EXPIRY, expired(0, 0, EXPIRY)));
    }

    @ParameterizedTest
    @MethodSource
    void changesNothingOnceTheAttemptWasGivenUp(Notification current) {
        assertThat(DELIVERY.answer(current, started(1, 0), ACCEPTED, LATER)).isEqualTo(current);
    }

    static Stream<Notification> changesNothingOnceTheAttemptWasGivenUp() {
        return Stream.of(
                forestalled(),
                queued(1, 1),
                new Started(MESSAGE, progress(2, 1), OTHER_LEASE, null),
                accepted(2, 1, SOON),
                rejected(2, 1, SOON, Reason.REFUSED),
                unknown(2, 2, SOON),
                expired(1, 0, SOON),
                cancelled(0, 0, SOON));
    }

    @Test
    void countsForTheAttemptThatWasCancelledMeanwhile() {
        assertThat(DELIVERY.answer(startedAndCancelled(1, 0), started(1, 0), ACCEPTED, SOON))
                .isEqualTo(accepted(1, 0, SOON));
    }

    private static Queued queuedAgain(int calls, int lost, Instant dueAt) {
        return new Queued(MESSAGE, progress(calls, lost), dueAt);
    }

    private static Duration pause(int calls) {
        return DELIVERY.backoff().pause(ID, calls);
    }
}
