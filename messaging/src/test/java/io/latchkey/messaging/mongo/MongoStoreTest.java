package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.engine.StoreContract;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
    }

    static Store<Long> storeOver(MongoClient client) {
        return new MongoStore<>(client.getDatabase(unique()), "tallies", new TallyStates(false), AccountKeys.none());
    }

    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    private static String unique() {
        return "store_" + UUID.randomUUID().toString().replace("-", "");
    }
}
