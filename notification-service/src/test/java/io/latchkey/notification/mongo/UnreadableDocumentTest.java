package io.latchkey.notification.mongo;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Stored;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A later version wrote it, and was rolled back. */
class UnreadableDocumentTest {

    private static final Queued NEXT = new Queued(message(new UUID(1, 1)), progress(0, 0), LATER);

    private final EmbeddedDatabase server = EmbeddedDatabase.inMemory();
    private final Databases databases = new Databases(server.uri());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NotificationStore store =
            new MongoNotificationStore(databases.database(), new UnreadableDocuments(meters));

    @BeforeEach
    void insert() {
        store.insert(List.of(queued(0, 0), NEXT));
    }

    @AfterEach
    void close() {
        databases.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"state, PAUSED", "message.channel, PIGEON", "message.purpose, ADVERTISEMENT", "message, none"})
    void doesNotHideWhatIsDueBehindIt(String field, String value) {
        set(field, value);

        assertThat(store.due(NotificationStoreContract.CODES, LATER, 1)).containsExactly(Stored.first(NEXT));
    }

    @Test
    void isCountedOnce() {
        set("state", "PAUSED");

        store.due(NotificationStoreContract.CODES, LATER, 10);
        store.due(NotificationStoreContract.CODES, LATER, 10);

        assertThat(meters.get("latchkey.notification.unreadable").counter().count())
                .isOne();
    }

    @Test
    void isKnownAsSuch() {
        set("state", "PAUSED");

        assertThat(store.load(Set.of(ID, NEXT.id()))).containsOnlyKeys(NEXT.id());
        assertThat(store.unreadable(Set.of(ID, NEXT.id(), METHOD))).containsExactly(ID);
    }

    private void set(String field, String value) {
        databases
                .database()
                .getCollection(Indexes.UNDER_WAY)
                .updateOne(Filters.eq("_id", ID), Updates.set(field, value));
    }
}
