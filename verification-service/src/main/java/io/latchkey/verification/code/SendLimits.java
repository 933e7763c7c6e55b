package io.latchkey.verification.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often codes are sent. Registering a kind of method again is no way around the limits.
 *
 * @param cooldown between two codes to one destination, while the first is neither proven nor out of guesses; zero for none
 * @param perMethod sends for one kind of method of an account within {@code methodWindow}
 * @param perDestination sends within {@code destinationWindow}, across all users of a tenant
 */
public record SendLimits(
        Duration cooldown, int perMethod, Duration methodWindow, int perDestination, Duration destinationWindow) {

    private static final Duration METHOD_WINDOW = Duration.ofMinutes(10);
    private static final Duration DESTINATION_WINDOW = Duration.ofHours(1);

    /** With the windows that all tenants have. */
    public static SendLimits of(Duration cooldown, int perMethod, int perDestination) {
        return new SendLimits(cooldown, perMethod, METHOD_WINDOW, perDestination, DESTINATION_WINDOW);
    }

    /** When the next code of a method may be sent, where that is not now. */
    Optional<Instant> blockedUntil(Sends sends, Method method, Instant now) {
        var recent = Windows.within(sends.of(method.kind()), methodWindow, now);
        return recent.size() >= perMethod
                ? Optional.of(recent.get(recent.size() - perMethod).plus(methodWindow))
                : cooledDown(sends.unanswered(method)).filter(now::isBefore);
    }

    /** The sends to remember after one more. */
    Sends after(Sends sends, Method method, Instant now) {
        return sends.and(Send.of(method, now), methodWindow);
    }

    private Optional<Instant> cooledDown(List<Instant> sends) {
        return sends.isEmpty() ? Optional.empty() : Optional.of(sends.getLast().plus(cooldown));
    }
}
