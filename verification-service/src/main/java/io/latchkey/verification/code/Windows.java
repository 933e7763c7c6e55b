package io.latchkey.verification.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Trailing windows: what is exactly a window old has left it. */
final class Windows {

    private Windows() {}

    static List<Instant> within(List<Instant> times, Duration window, Instant now) {
        return times.stream().filter(now.minus(window)::isBefore).toList();
    }
}
