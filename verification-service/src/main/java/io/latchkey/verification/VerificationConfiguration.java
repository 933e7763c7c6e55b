package io.latchkey.verification;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.autoconfigure.EngineDefinition;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.mongo.MongoCounters;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationDecider;
import io.latchkey.verification.code.VerificationOutcome;
import io.latchkey.verification.code.VerificationPolicies;
import io.latchkey.verification.hmac.PepperedCodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    @Bean
    VerificationDecider verificationDecider(VerificationPolicies policies, Secrets secrets) {
        return new VerificationDecider(policies, new PepperedCodes(secrets.pepper("code-pepper")));
    }

    @Bean
    EngineDefinition<Verification, VerificationCommand, VerificationOutcome> engineDefinition(
            VerificationDecider decider,
            Translation<VerificationCommand, VerificationOutcome> translation,
            StateCodec<Verification> codec,
            MongoDatabase database) {
        var counters = new MongoCounters(database.getCollection("send_counters"));
        return new EngineDefinition<>("verifications", decider, translation, codec, counters);
    }
}
