package io.latchkey.verification.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Trailing windows: what is exactly a window old has left it. */
final class Windows {

    private Windows() {}

    static List<Instant> within(List<Instant> times, Duration window, Instant now) {
        return times.stream().filter(time -> holds(time, window, now)).toList();
    }

    static boolean holds(Instant time, Duration window, Instant now) {
        return time.isAfter(now.minus(window));
    }
}
