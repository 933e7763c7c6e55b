package io.latchkey.notification.mongo;

import io.latchkey.notification.queue.NotificationStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same against a MongoDB in a container. */
@EnabledIf(value = "dockerIsHere", disabledReason = "no Docker here")
class ContainedNotificationStoreTest implements NotificationStoreContract {

    private static final MongoDBContainer CONTAINER = new MongoDBContainer("mongo:8.0.15");
    private Databases databases;

    static boolean dockerIsHere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        CONTAINER.start();
    }

    @AfterAll
    static void stop() {
        CONTAINER.stop();
    }

    @BeforeEach
    void open() {
        databases = new Databases(CONTAINER.getReplicaSetUrl());
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
