package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.MESSAGE;

import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.notification.delivery.Fixture;
import io.latchkey.notification.mongo.Databases;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Workers over a real store: the one in {@code LATCHKEY_TEST_MONGODB_URI}, otherwise the embedded one. */
abstract class QueueTest {

    static final Request SEND = new Request.Send(MESSAGE);
    static final Request CANCEL = new Request.Cancel(MESSAGE.id(), Fixture.PROVEN);

    private static EmbeddedDatabase embedded;
    Databases databases;
    World world;
    NotificationStore store;

    @BeforeAll
    static void startDatabase() {
        embedded = EmbeddedDatabase.inMemory();
    }

    @AfterAll
    static void stopDatabase() {
        embedded.close();
    }

    @BeforeEach
    void open() {
        databases = new Databases(
                Optional.ofNullable(System.getenv("LATCHKEY_TEST_MONGODB_URI")).orElse(embedded.uri()));
        store = databases.store();
        world = new World();
    }

    @AfterEach
    void close() {
        databases.close();
    }

    Worker worker() {
        return new Worker(world, store, 2);
    }

    boolean underWay() {
        return !store.load(Set.of(MESSAGE.id())).isEmpty();
    }

    boolean archived() {
        return !store.archived(Set.of(MESSAGE.id())).isEmpty();
    }
}
