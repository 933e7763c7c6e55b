package io.latchkey.bench.preload;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.kafka.EngineCodec;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationDecider;
import io.latchkey.verification.code.VerificationOutcome;
import io.latchkey.verification.code.VerificationPolicy;
import io.latchkey.verification.hmac.PepperedCodes;
import io.latchkey.verification.kafka.VerificationTranslation;

/** Verification as it puts itself together, for tenants that have defined no policy. */
final class VerificationSide {

    private static final String NAME = "verification";
    private static final String ACCOUNTS = "verifications";

    private VerificationSide() {}

    /** Every phone is the first send's: what is counted of destinations is gone by the time that an account is found here. */
    static Side.Rules<Verification, VerificationCommand, VerificationOutcome> rules(
            Vault vault, Topics topics, AvroValues values, MongoDatabase database) {
        var secrets = vault.of(KeyOwner.VERIFICATION);
        var translation = new VerificationTranslation(vault.opener(KeyOwner.VERIFICATION), vault.sealer());
        return new Side.Rules<>(
                NAME,
                new VerificationDecider(
                        tenant -> VerificationPolicy.DEFAULT, new PepperedCodes(secrets.pepper("code-pepper"))),
                new EngineCodec<>(NAME, topics, values, translation),
                reservations -> reservations.stream().map(any -> 1L).toList(),
                new EngineSecret(secrets.key("engine")),
                store(database));
    }

    @SuppressWarnings("unchecked") // the only codec in the package
    private static MongoStore<Verification> store(MongoDatabase database) {
        StateCodec<Verification> codec = Hidden.part(StateCodec.class, "io.latchkey.verification.mongo", database);
        return new MongoStore<>(database, ACCOUNTS, codec, AccountKeys.none());
    }
}
