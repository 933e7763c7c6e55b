package io.latchkey.registration.policy;

import java.time.Duration;

/**
 * How methods are kept true.
 *
 * @param after how long a proof or confirmation holds, give or take a tenth; zero for ever
 */
public record Reconfirmation(Duration after, By by) {

    static final Reconfirmation DEFAULT = new Reconfirmation(Duration.ofDays(180), By.CONFIRM);

    /** What counts as a confirmation. */
    public enum By {
        /** A "looks good", or a proof. */
        CONFIRM,
        /** A proof. */
        CODE
    }
}
