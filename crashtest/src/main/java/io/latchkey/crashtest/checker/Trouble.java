package io.latchkey.crashtest.checker;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which an answer may have been lost that a provider gave.
 *
 * @param paused whether a process stood still, rather than ended or could not write
 */
public record Trouble(Instant from, Instant to, boolean paused) {

    boolean touches(Instant begin, Instant end, Duration margin) {
        return !from.minus(margin).isAfter(end) && !to.plus(margin).isBefore(begin);
    }
}
