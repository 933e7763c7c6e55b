package io.latchkey.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the sending has come.
 *
 * @param epoch the log time of the notification's first record
 * @param calls provider calls, the one under way included
 * @param lost calls whose answer never came: the message may have gone out
 * @param provider the last one asked, if any
 */
public record Progress(
        Instant epoch, int calls, int lost, @Nullable String provider) {

    static Progress none(Instant epoch) {
        return new Progress(epoch, 0, 0, null);
    }

    /** A message whose answer was lost goes to the same provider again: only there its idempotency key means something. */
    Progress called(String free) {
        return new Progress(epoch, calls + 1, lost, lost > 0 ? provider : free);
    }

    /** The call under way was never made. */
    Progress uncalled() {
        return new Progress(epoch, calls - 1, lost, calls == 1 ? null : provider);
    }

    Progress lostAnswer() {
        return new Progress(epoch, calls, lost + 1, provider);
    }
}
