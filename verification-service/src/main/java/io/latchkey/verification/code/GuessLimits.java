package io.latchkey.verification.code;

import java.time.Duration;

/**
 * How often somebody may guess (NIST SP 800-63B-4, section 3.2.2).
 *
 * @param perMethod wrong guesses over all codes of one registered method
 * @param perUser wrong guesses within {@code userWindow} over everything, after which the user is locked for {@code lock}
 */
public record GuessLimits(int perMethod, int perUser, Duration userWindow, Duration lock) {

    private static final Duration DAY = Duration.ofHours(24);

    public GuessLimits {
        if (perMethod < 1 || perUser < 1) {
            throw new IllegalArgumentException("without a guess nothing can be proven");
        }
    }

    /** With the window and the lock that all tenants have. */
    public static GuessLimits of(int perMethod, int perUser) {
        return new GuessLimits(perMethod, perUser, DAY, DAY);
    }
}
