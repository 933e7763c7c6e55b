package io.latchkey.registration.policy;

import java.time.Duration;

/**
 * What verification keeps to; registration only hands it on.
 *
 * @param length digits
 * @param sendsPerMethod in 10 minutes
 * @param sendsPerDestination in an hour, across the users of the tenant
 * @param wrongPerUser in 24 hours, over all methods
 */
public record CodeRules(
        int length,
        Duration phoneLifetime,
        Duration emailLifetime,
        int sendsPerMethod,
        Duration sendCooldown,
        int sendsPerDestination,
        int wrongPerMethod,
        int wrongPerUser) {

    static final CodeRules DEFAULT =
            new CodeRules(6, Duration.ofMinutes(5), Duration.ofMinutes(10), 5, Duration.ofSeconds(30), 10, 5, 10);
}
