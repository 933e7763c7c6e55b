package io.latchkey.registration;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.autoconfigure.EngineDefinition;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.argon2.Argon2Answers;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.hmac.HmacDestinationHashes;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.RegistrationDecider;
import io.latchkey.registration.mongo.DueAccounts;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.question.AnswerHasher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    private static final String COLLECTION = "registrations";

    @Bean
    EngineDefinition<Registration, MethodCommand, MethodOutcome> engineDefinition(
            RegistrationDecider decider,
            Translation<MethodCommand, MethodOutcome> translation,
            StateCodec<Registration> codec) {
        return new EngineDefinition<>(COLLECTION, decider, translation, codec, Counters.none());
    }

    @Bean
    RegistrationDecider registrationDecider(Policies policies, PhoneNumbers phoneNumbers, DestinationHashes hashes) {
        return new RegistrationDecider(policies, phoneNumbers, hashes);
    }

    @Bean
    Policies policies() {
        return tenant -> Policies.InForce.DEFAULT;
    }

    @Bean
    AnswerHasher answerHasher(Secrets secrets) {
        return new Argon2Answers(secrets.key("answer-pepper"));
    }

    @Bean
    DestinationHashes destinationHashes(Secrets secrets) {
        return new HmacDestinationHashes(secrets.key("destination-hash"));
    }

    @Bean
    DueAccounts dueAccounts(MongoDatabase database) {
        return new DueAccounts(database.getCollection(COLLECTION));
    }
}
