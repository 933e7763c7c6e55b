package io.latchkey.verification.kafka;

import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.verification.code.CodeRules;
import io.latchkey.verification.code.GuessLimits;
import io.latchkey.verification.code.SendLimits;
import io.latchkey.verification.code.VerificationPolicy;
import java.time.Duration;

/** The part of a policy that is about codes, from Avro. */
public final class PolicyReading {

    private PolicyReading() {}

    public static VerificationPolicy read(PolicyDefined record) {
        var policy = record.getPolicy();
        return new VerificationPolicy(
                new CodeRules(
                        policy.getCodeLength(),
                        Duration.ofSeconds(policy.getPhoneCodeLifetimeSeconds()),
                        Duration.ofSeconds(policy.getEmailCodeLifetimeSeconds())),
                GuessLimits.of(policy.getWrongCodesPerMethod(), policy.getWrongCodesPerUser()),
                sends(policy));
    }

    private static SendLimits sends(Policy policy) {
        return SendLimits.of(
                Duration.ofSeconds(policy.getSendCooldownSeconds()),
                policy.getSendsPerMethod(),
                policy.getSendsPerDestination());
    }
}
