package io.latchkey.registration.method;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.registration.account.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts due dates: from the oldest proof or confirmation among the methods in force, to a waking hour of the person. One
 * that was announced stands until every method was proven or confirmed since.
 *
 * @param after zero for never
 */
record DueDates(Duration after) {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @param last the date that was announced last, if one was: by a clock that is ahead, an answer may be older than it
     * @param now by which a date that a changed policy moves into the past is spread over the time to come
     */
    @Nullable
    DueDate of(
            AggregateKey account,
            Methods methods,
            @Nullable DueDate current,
            @Nullable Instant last,
            Place place,
            Instant now) {
        return after.isZero()
                ? null
                : methods.confirmedSince()
                        .map(since -> standing(current, since, from(since, last))
                                .orElseGet(
                                        () -> count(account, from(since, last), WakingHours.in(place.timeZone()), now)))
                        .orElse(null);
    }

    /** No date is announced twice: the next one is counted from the last. */
    private static Instant from(Instant since, @Nullable Instant last) {
        return last != null && last.isAfter(since) ? last : since;
    }

    private Optional<DueDate> standing(@Nullable DueDate current, Instant since, Instant from) {
        return Optional.ofNullable(current)
                .filter(due -> due.announced() ? since.isBefore(due.at()) : due.countedFrom(from, after));
    }

    private DueDate count(AggregateKey account, Instant since, WakingHours waking, Instant now) {
        var counted = since.plus(interval(account));
        var at = counted.isAfter(now) ? counted : now.plus(spread(account));
        return DueDate.unannounced(waking.from(at, Jitter.morning(account)), since, after);
    }

    /** ±10 %, so that a mass enrolment does not come due in one hour. */
    Duration interval(AggregateKey account) {
        return Jitter.giveOrTakeATenth(after, account);
    }

    /** A tenth of the time, a day at least: a shorter time in the policy brings nobody's date at once. */
    private Duration spread(AggregateKey account) {
        var tenth = after.dividedBy(10);
        var length = tenth.compareTo(DAY) < 0 ? DAY : tenth;
        return Duration.ofMillis((long) (length.toMillis() * Jitter.share(account)));
    }
}
