package io.latchkey.verification.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often codes are sent.
 *
 * @param cooldown between two codes of a method; zero for none
 * @param perMethod sends within {@code methodWindow}
 * @param perDestination sends within {@code destinationWindow}, across all users of a tenant
 */
public record SendLimits(
        Duration cooldown, int perMethod, Duration methodWindow, int perDestination, Duration destinationWindow) {

    /** When the next code of a method may be sent, where that is not now. */
    Optional<Instant> blockedUntil(List<Instant> sends, Instant now) {
        var recent = Windows.within(sends, methodWindow, now);
        return recent.size() >= perMethod
                ? Optional.of(recent.get(recent.size() - perMethod).plus(methodWindow))
                : cooledDown(sends).filter(now::isBefore);
    }

    /** The sends to remember after one more. */
    List<Instant> after(List<Instant> sends, Instant now) {
        var remembered = new ArrayList<>(Windows.within(sends, methodWindow, now));
        remembered.add(now);
        return List.copyOf(remembered);
    }

    private Optional<Instant> cooledDown(List<Instant> sends) {
        return sends.isEmpty() ? Optional.empty() : Optional.of(sends.getLast().plus(cooldown));
    }
}
