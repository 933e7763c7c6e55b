package io.latchkey.notification.mongo;

import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.notification.queue.NotificationStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class EmbeddedNotificationStoreTest implements NotificationStoreContract {

    private static EmbeddedDatabase server;
    private Databases databases;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.inMemory();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        databases = new Databases(server.uri());
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Override
    public NotificationStore store() {
        return databases.store();
    }
}
