package io.latchkey.verification.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.PolicyDirectory;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.verification.code.VerificationPolicies;
import io.latchkey.verification.code.VerificationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verification follows the policies that registration defines, and keeps to the part of them that is about codes. */
@Configuration(proxyBeanMethods = false)
class PolicyFollowing {

    @Bean
    PolicyDirectory<VerificationPolicy> policyDirectory(KafkaSettings settings, Topics topics, AvroValues values) {
        return PolicyDirectory.following(settings, topics, values, PolicyReading::read, VerificationPolicy.DEFAULT);
    }

    @Bean
    VerificationPolicies verificationPolicies(PolicyDirectory<VerificationPolicy> directory) {
        return directory::of;
    }
}
