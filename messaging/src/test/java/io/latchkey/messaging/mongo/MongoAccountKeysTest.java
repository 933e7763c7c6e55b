package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.mongo.AccountKeys.Made;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoAccountKeysTest {

    private static final AggregateKey ALICE = new AggregateKey("acme", "alice");
    private static final AggregateKey BOB = new AggregateKey("acme", "bob");
    private static final String FIELD = "methods.phone.destination";
    private static final String NUMBER = "+4915112345678";

    private static EmbeddedDatabase server;
    private static MongoClient client;

    private MongoDatabase database;
    private AccountKeys keys;

    @BeforeAll
    static void startDatabase() {
        server = EmbeddedDatabase.inMemory();
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stopDatabase() {
        client.close();
        server.close();
    }

    @BeforeEach
    void aFreshDatabase() throws Exception {
        database = client.getDatabase("keys" + UUID.randomUUID());
        keys = new MongoAccountKeys(database, aead());
    }

    @Test
    void aFieldSealedUnderANewKeyOpensUnderTheLoadedOne() {
        var made = make(ALICE);
        assertThat(loaded(made).open(FIELD, made.cipher().seal(FIELD, NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void everyAccountHasAKeyOfItsOwn() {
        var sealed = make(ALICE).cipher().seal(FIELD, NUMBER);
        assertThatThrownBy(() -> make(BOB).cipher().open(FIELD, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aValueCannotMoveToAnotherField() {
        var cipher = make(ALICE).cipher();
        var sealed = cipher.seal(FIELD, NUMBER);
        assertThatThrownBy(() -> cipher.open("displayName", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(NUMBER);
    }

    @Test
    void anyFlippedByteIsNoticed() {
        var cipher = make(ALICE).cipher();
        var sealed = cipher.seal(FIELD, NUMBER).getData();
        for (int i = 0; i < sealed.length; i++) {
            var tampered = sealed.clone();
            tampered[i] ^= 1;
            assertThatThrownBy(() -> cipher.open(FIELD, new Binary(tampered)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aKeyServesNoOtherAccount() {
        var made = make(ALICE);
        assertThatThrownBy(() -> keys.load(Map.of(made.keyId(), BOB))).isInstanceOf(OutageException.class);
    }

    @Test
    void aWrappedKeyServesUnderNoOtherId() {
        var alice = make(ALICE);
        var other = make(ALICE);
        var wrapped = kept(other).get("wrapped");
        database.getCollection("account_keys").updateOne(Filters.eq(alice.keyId()), Updates.set("wrapped", wrapped));
        assertThatThrownBy(() -> keys.load(Map.of(alice.keyId(), ALICE))).isInstanceOf(OutageException.class);
    }

    @Test
    void anotherKeyEncryptionKeyIsAnOutageAndNotALoss() throws Exception {
        var made = make(ALICE);
        var elsewhere = new MongoAccountKeys(database, aead());
        assertThatThrownBy(() -> elsewhere.load(Map.of(made.keyId(), ALICE))).isInstanceOf(OutageException.class);
    }

    @Test
    void aDestroyedKeyIsAbsent() {
        var made = make(ALICE);
        database.getCollection("account_keys").deleteOne(Filters.eq(made.keyId()));
        assertThat(keys.load(Map.of(made.keyId(), ALICE))).isEmpty();
    }

    @Test
    void theCollectionHoldsNoKeyInPlain() {
        var made = make(ALICE);
        var kept = kept(made);
        assertThat(kept).containsOnlyKeys("_id", "account", "wrapped");
        assertThat(kept.get("wrapped", Binary.class).getData()).hasSize(5 + 12 + 32 + 16);
    }

    @Test
    void nothingPersonalShowsInText() {
        assertThat(make(ALICE).toString()).doesNotContain(NUMBER).contains("AccountFieldCipher@");
    }

    private Made make(AggregateKey account) {
        return keys.create(Set.of(account)).values().iterator().next();
    }

    private FieldCipher loaded(Made made) {
        return keys.load(Map.of(made.keyId(), ALICE)).values().iterator().next();
    }

    private Document kept(Made made) {
        return database.getCollection("account_keys")
                .find(Filters.eq(made.keyId()))
                .into(new ArrayList<>())
                .getFirst();
    }

    private static Aead aead() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }
}
