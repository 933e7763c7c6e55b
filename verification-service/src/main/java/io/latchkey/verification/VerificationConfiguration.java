package io.latchkey.verification;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.autoconfigure.EngineDefinition;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.mongo.MongoCounters;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.verification.code.CodeRules;
import io.latchkey.verification.code.GuessLimits;
import io.latchkey.verification.code.SendLimits;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationDecider;
import io.latchkey.verification.code.VerificationOutcome;
import io.latchkey.verification.code.VerificationPolicy;
import io.latchkey.verification.hmac.PepperedCodes;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CodeProperties.class, LimitProperties.class})
class VerificationConfiguration {

    @Bean
    VerificationDecider verificationDecider(CodeProperties code, LimitProperties limits, Secrets secrets) {
        var policy = new VerificationPolicy(rules(code), guesses(limits), sends(limits));
        return new VerificationDecider(policy, new PepperedCodes(secrets.pepper("code-pepper")));
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

    private static CodeRules rules(CodeProperties code) {
        return new CodeRules(code.length(), code.phoneLifetime(), code.emailLifetime());
    }

    private static GuessLimits guesses(LimitProperties limits) {
        return new GuessLimits(limits.guessesPerMethod(), limits.guessesPerUser(), Duration.ofHours(24), limits.lock());
    }

    private static SendLimits sends(LimitProperties limits) {
        return new SendLimits(
                limits.resendCooldown(),
                limits.sendsPerMethod(),
                Duration.ofMinutes(10),
                limits.sendsPerDestination(),
                Duration.ofHours(1));
    }
}
