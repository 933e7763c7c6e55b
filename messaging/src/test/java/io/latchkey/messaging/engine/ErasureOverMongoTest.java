package io.latchkey.messaging.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.engine.AggregateDocument.Attachment;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.TallyStates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs against the database named in {@code LATCHKEY_TEST_MONGODB_URI}, otherwise against the embedded one. */
class ErasureOverMongoTest extends ErasureContract {

    private static EmbeddedDatabase embedded;
    private static MongoClient client;
    private static Aead keyEncryptionKey;

    @BeforeAll
    static void connect() throws Exception {
        embedded = EmbeddedDatabase.inMemory();
        client = MongoClients.create(
                Optional.ofNullable(System.getenv("LATCHKEY_TEST_MONGODB_URI")).orElse(embedded.uri()));
        keyEncryptionKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get())
                .getPrimitive(TinkConfig2026.get(), Aead.class);
    }

    @AfterAll
    static void disconnect() {
        client.close();
        embedded.close();
    }

    private static final String ANN = "acme/ann";

    @Test
    void anotherGenerationHasAKeyOfItsOwnAlsoWithoutAnErasure() {
        var store = store();
        store.write(List.of(StoreContract.document(ANN, 1, 5L)));
        var first = ann(store);
        store.write(List.of(new AggregateDocument<>(
                ANN,
                2,
                first.epoch(),
                first.touched(),
                6L,
                2,
                first.positions(),
                first.pending(),
                first.sequences(),
                first.seen(),
                first.recent(),
                first.attachment())));

        assertThat(ann(store).state()).isEqualTo(6);
        assertThat(ann(store).attachment())
                .isNotNull()
                .extracting(Attachment::keyId)
                .isNotEqualTo(requireNonNull(first.attachment()).keyId());
    }

    private static AggregateDocument<Long> ann(Store<Long> store) {
        return requireNonNull(store.load(Set.of(ANN)).get(ANN));
    }

    @Override
    Store<Long> store() {
        var database = client.getDatabase("erasure" + UUID.randomUUID());
        return new MongoStore<>(
                database, "tallies", new TallyStates(true), new MongoAccountKeys(database, keyEncryptionKey));
    }
}
