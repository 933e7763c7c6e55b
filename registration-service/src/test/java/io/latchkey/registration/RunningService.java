package io.latchkey.registration;

import io.latchkey.infrastructure.TemporaryDirectory;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** Registration alone, on a real broker, a registry and a database of its own; notification is a key that it announced. */
final class RunningService {

    private final EmbeddedBroker broker = EmbeddedBroker.ephemeral();
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final TemporaryDirectory secrets = TemporaryDirectory.create("latchkey-secrets-");
    private final ConfigurableApplicationContext context = run();
    private final Bus bus = new Bus(bean(KafkaSettings.class), bean(Topics.class), bean(AvroValues.class));
    private final SealingKeys notification = SealingKeys.generate(KeyOwner.NOTIFICATION);

    private ConfigurableApplicationContext run() {
        return RegistrationServiceApplication.application()
                .run(
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.kafka.properties.schema.registry.url=" + registry.url(),
                        "--spring.mongodb.uri=" + database.uri(),
                        "--latchkey.topics.prefix=t" + UUID.randomUUID() + ".",
                        "--latchkey.topics.partitions=2",
                        "--latchkey.topics.replication-factor=1",
                        "--latchkey.topics.min-insync-replicas=1",
                        "--latchkey.topics.create=true",
                        "--latchkey.secrets.directory=" + secrets.path(),
                        "--latchkey.secrets.create-missing=true",
                        "--latchkey.registration.scan.interval=1h",
                        "--server.port=0");
    }

    void announceNotificationsKey() {
        var key = notification.primary();
        var now = Instant.now();
        bus.send(
                Topic.KEYS,
                key.keyId(),
                new PublicKey(
                        UUID.randomUUID(),
                        now,
                        key.keyId(),
                        KeyOwner.NOTIFICATION,
                        ByteBuffer.wrap(key.publicKey().toByteArray()),
                        now));
    }

    Bus bus() {
        return bus;
    }

    SealingKeys notification() {
        return notification;
    }

    String databaseUri() {
        return database.uri();
    }

    Sealer sealer() {
        return bean(Sealer.class);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void stop() throws Exception {
        bus.close();
        context.close();
        database.close();
        registry.close();
        broker.close();
        secrets.close();
    }
}
