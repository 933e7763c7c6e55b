package io.latchkey.bench.preload;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.kafka.EngineCodec;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.registration.aggregate.AggregateDecider;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.registration.argon2.Argon2Answers;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.hmac.HmacDestinationHashes;
import io.latchkey.registration.kafka.RegistrationTranslation;
import io.latchkey.registration.mongo.DueAccounts;
import io.latchkey.registration.mongo.StaleAccounts;
import io.latchkey.registration.policy.Policies;
import io.latchkey.schemas.KeyOwner;
import java.time.Instant;

/** Registration as it puts itself together, for tenants that have defined no policy. */
final class RegistrationSide {

    private static final String NAME = "registration";
    private static final String ACCOUNTS = "registrations";

    private RegistrationSide() {}

    static Side.Rules<State, Command, Outcome> rules(
            Vault vault, Topics topics, AvroValues values, MongoDatabase database) {
        var secrets = vault.of(KeyOwner.REGISTRATION);
        var translation = new RegistrationTranslation(
                vault.opener(KeyOwner.REGISTRATION), vault.sealer(), new Argon2Answers(secrets.key("answer-pepper")));
        var decider = AggregateDecider.of(
                tenant -> Policies.InForce.DEFAULT,
                Hidden.part(PhoneNumbers.class, "io.latchkey.registration.phone", database),
                new HmacDestinationHashes(secrets.key("destination-hash")));
        return new Side.Rules<>(
                NAME,
                decider,
                new EngineCodec<>(NAME, topics, values, translation),
                Counters.none(),
                new EngineSecret(secrets.key("engine")),
                store(vault, database));
    }

    @SuppressWarnings("unchecked") // the only codec in the package
    private static MongoStore<State> store(Vault vault, MongoDatabase database) {
        var keys =
                new MongoAccountKeys(database, vault.of(KeyOwner.REGISTRATION).aead("account-kek"));
        StateCodec<State> codec = Hidden.part(StateCodec.class, "io.latchkey.registration.mongo", database);
        return new MongoStore<>(database, new MongoStore.Collections(ACCOUNTS, "policies"), codec, keys);
    }

    /** What its scans read along, which a service that runs has made while it had few accounts. */
    static void makeIndexes(MongoDatabase database) {
        var accounts = database.getCollection(ACCOUNTS);
        new DueAccounts(accounts).page(Instant.EPOCH, null, 1);
        new StaleAccounts(accounts).some("none", 0, 1);
    }
}
