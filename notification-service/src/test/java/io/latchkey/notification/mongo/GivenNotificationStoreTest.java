package io.latchkey.notification.mongo;

import io.latchkey.notification.queue.NotificationStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same against any server, such as a real MongoDB. */
@EnabledIfEnvironmentVariable(named = "LATCHKEY_TEST_MONGODB_URI", matches = ".+")
class GivenNotificationStoreTest implements NotificationStoreContract {

    private Databases databases;

    @BeforeEach
    void open() {
        databases = new Databases(System.getenv("LATCHKEY_TEST_MONGODB_URI"));
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
