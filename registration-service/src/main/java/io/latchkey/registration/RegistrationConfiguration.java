package io.latchkey.registration;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.autoconfigure.EngineDefinition;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.kafka.CompactedValues;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.mongo.MongoStore.Collections;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.aggregate.AggregateDecider;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.registration.argon2.Argon2Answers;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.hmac.HmacDestinationHashes;
import io.latchkey.registration.mongo.DueAccounts;
import io.latchkey.registration.mongo.StaleAccounts;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.question.AnswerHasher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    private static final String ACCOUNTS = "registrations";
    private static final String TENANTS = "policies";

    @Bean
    EngineDefinition<State, Command, Outcome> engineDefinition(
            AggregateDecider decider,
            Translation<Command, Outcome> translation,
            StateCodec<State> codec,
            CompactedValues<State> values) {
        return new EngineDefinition<>(
                new Collections(ACCOUNTS, TENANTS), decider, translation, codec, Counters.none(), values);
    }

    @Bean
    AggregateDecider aggregateDecider(Policies policies, PhoneNumbers phoneNumbers, DestinationHashes hashes) {
        return AggregateDecider.of(policies, phoneNumbers, hashes);
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
        return new DueAccounts(database.getCollection(ACCOUNTS));
    }

    @Bean
    StaleAccounts staleAccounts(MongoDatabase database) {
        return new StaleAccounts(database.getCollection(ACCOUNTS));
    }
}
