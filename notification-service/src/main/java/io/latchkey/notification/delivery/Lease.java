package io.latchkey.notification.delivery;

import java.time.Instant;

/**
 * The right to call a provider, until a time. Whoever holds an attempt whose lease ran out may not have called, or may
 * have called and not told: its answer counts as lost.
 *
 * @param holder names one attempt of one run of a worker process, and no other
 */
public record Lease(String holder, Instant until) {

    public boolean expired(Instant now) {
        return !now.isBefore(until);
    }
}
