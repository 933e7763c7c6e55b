package io.latchkey.verification.code;

import java.time.Duration;

/** The numbers that decisions depend on. */
public record VerificationPolicy(CodeRules codes, GuessLimits guesses, SendLimits sends) {

    /** Of a tenant that never defined a policy. */
    public static final VerificationPolicy DEFAULT = new VerificationPolicy(
            new CodeRules(6, Duration.ofMinutes(5), Duration.ofMinutes(10)),
            GuessLimits.of(5, 10),
            SendLimits.of(Duration.ofSeconds(30), 5, 10));
}
