package io.latchkey.notification.delivery;

import java.time.Duration;
import java.util.UUID;

/**
 * The pause after a call that failed: doubling, and shortened by up to half so that messages that failed together do not
 * come back together. The jitter is a fixed function of notification and call.
 *
 * @param first the longest pause after the first call
 * @param most the longest pause of all
 */
public record Backoff(Duration first, Duration most) {

    private static final int MAX_DOUBLINGS = 20;

    Duration pause(UUID notification, int calls) {
        var doubled = first.multipliedBy(1L << Math.clamp(calls - 1, 0, MAX_DOUBLINGS));
        var longest = doubled.compareTo(most) < 0 ? doubled : most;
        return Duration.ofMillis((long) (longest.toMillis() * (1 - fraction(notification, calls) / 2)));
    }

    /** From 0 to 1, by the finalizer of SplitMix64. */
    static double fraction(UUID notification, int calls) {
        long z = notification.getMostSignificantBits() ^ notification.getLeastSignificantBits() ^ calls;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
