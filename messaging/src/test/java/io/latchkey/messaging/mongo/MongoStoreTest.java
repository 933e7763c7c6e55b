package io.latchkey.messaging.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.engine.StoreContract;
import io.latchkey.messaging.mongo.MongoStore.Collections;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The store's contract on every database at hand. */
class MongoStoreTest {

    private static final String GIVEN_SERVER = "LATCHKEY_TEST_MONGODB_URI";
    private static final Aead KEY_ENCRYPTION_KEY = keyEncryptionKey();

    @Nested
    class OnTheEmbeddedDatabase extends OnAServer {
        private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();

        @Override
        String uri() {
            return database.uri();
        }

        @AfterAll
        void stop() {
            database.close();
        }

        @Test
        void aDatabaseThatIsGoneIsAnOutage() {
            var gone = EmbeddedDatabase.inMemory();
            try (var client = client(gone.uri())) {
                gone.close();
                var store = storeOver(client);

                assertThatThrownBy(() -> store.load(Set.of("acme/ann"))).isInstanceOf(OutageException.class);
                assertThatThrownBy(() -> store.write(List.of(StoreContract.document("acme/ann", 1, 1L))))
                        .isInstanceOf(OutageException.class);
                assertThatThrownBy(store::progress).isInstanceOf(OutageException.class);
            }
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = GIVEN_SERVER, matches = "mongodb.*")
    class OnTheGivenServer extends OnAServer {
        @Override
        String uri() {
            return System.getenv(GIVEN_SERVER);
        }
    }

    @Nested
    @EnabledIf(value = "io.latchkey.messaging.mongo.MongoStoreTest#dockerIsHere", disabledReason = "no Docker here")
    class OnMongoDbInAContainer extends OnAServer {
        private final MongoDBContainer container = new MongoDBContainer("mongo:8.0.15");

        @Override
        String uri() {
            container.start();
            return container.getReplicaSetUrl();
        }

        @AfterAll
        void stop() {
            container.stop();
        }
    }

    static boolean dockerIsHere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnAServer implements StoreContract {

        private MongoClient client;

        abstract String uri();

        @BeforeAll
        void connect() {
            client = client(uri());
        }

        @AfterAll
        void disconnect() {
            client.close();
        }

        @Override
        public Store<Long> store() {
            return storeOver(client);
        }

        @Test
        void aDocumentWhoseKeyIsDestroyedWhileItIsReadIsReadAgain() {
            var database = client.getDatabase(unique());
            var plain = storeOver(database, keys -> keys);
            plain.write(List.of(StoreContract.document("acme/ann", 1, 1L)));
            var store = storeOver(database, keys -> new ErasedMeanwhile(keys, () -> erase(plain)));

            var read = store.load(Set.of("acme/ann")).get("acme/ann");

            assertThat(read).extracting(AggregateDocument::version).isEqualTo(2L);
            assertThat(read).extracting(AggregateDocument::state).isNull();
        }

        /** As another instance does: first the document, then its key. */
        private static void erase(Store<Long> store) {
            var stored = requireNonNull(store.load(Set.of("acme/ann")).get("acme/ann"));
            var key = requireNonNull(stored.attachment()).keyId();
            store.write(List.of(StoreContract.document("acme/ann", 2, null)));
            store.destroy(Set.of(key));
        }

        @Test
        void accountsAndTenantsAreCollectionsOfTheirOwn() {
            var database = client.getDatabase(unique());
            storeOver(database, keys -> keys)
                    .write(List.of(StoreContract.document("acme", 1, 1L), StoreContract.document("acme/ann", 1, 1L)));

            assertThat(database.getCollection("tallies").distinct("_id", String.class))
                    .containsExactly("acme/ann");
            assertThat(database.getCollection("totals").distinct("_id", String.class))
                    .containsExactly("acme");
        }

        @Test
        void aServiceWithoutACollectionOfTenantsTakesNone() {
            var store = new MongoStore<>(
                    client.getDatabase(unique()), "tallies", new TallyStates(false), AccountKeys.none());

            assertThatThrownBy(() -> store.load(Set.of("acme"))).isInstanceOf(IllegalStateException.class);
        }
    }

    static Store<Long> storeOver(MongoClient client) {
        return storeOver(client.getDatabase(unique()), keys -> keys);
    }

    static Store<Long> storeOver(MongoDatabase database, UnaryOperator<AccountKeys> watched) {
        var keys = new MongoAccountKeys(database, KEY_ENCRYPTION_KEY);
        return new MongoStore<>(
                database, new Collections("tallies", "totals"), new TallyStates(true), watched.apply(keys));
    }

    private static Aead keyEncryptionKey() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    /** Keys that are looked for just after somebody else has erased an account. */
    private static final class ErasedMeanwhile implements AccountKeys {
        private final AccountKeys keys;
        private final Runnable erasure;
        private boolean erased;

        private ErasedMeanwhile(AccountKeys keys, Runnable erasure) {
            this.keys = keys;
            this.erasure = erasure;
        }

        @Override
        public Map<String, FieldCipher> load(Map<String, AggregateKey> named) {
            if (!erased) {
                erased = true;
                erasure.run();
            }
            return keys.load(named);
        }

        @Override
        public Map<AggregateKey, Made> create(Set<AggregateKey> accounts) {
            return keys.create(accounts);
        }

        @Override
        public void destroy(Set<String> keyIds) {
            keys.destroy(keyIds);
        }
    }

    private static String unique() {
        return "store_" + UUID.randomUUID().toString().replace("-", "");
    }
}
