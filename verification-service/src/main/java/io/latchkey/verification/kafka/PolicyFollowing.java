package io.latchkey.verification.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.PolicyDirectory;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.verification.code.CodeRules;
import io.latchkey.verification.code.GuessLimits;
import io.latchkey.verification.code.SendLimits;
import io.latchkey.verification.code.VerificationPolicies;
import io.latchkey.verification.code.VerificationPolicy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verification follows the policies that registration defines, and keeps to the part of them that is about codes. */
@Configuration(proxyBeanMethods = false)
class PolicyFollowing {

    @Bean
    PolicyDirectory<VerificationPolicy> policyDirectory(KafkaSettings settings, Topics topics, AvroValues values) {
        return PolicyDirectory.following(settings, topics, values, PolicyFollowing::read, VerificationPolicy.DEFAULT);
    }

    @Bean
    VerificationPolicies verificationPolicies(PolicyDirectory<VerificationPolicy> directory) {
        return directory::of;
    }

    static VerificationPolicy read(PolicyDefined record) {
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
