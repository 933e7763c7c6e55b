package io.latchkey.verification;

import io.latchkey.infrastructure.TemporaryDirectory;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.verification.code.VerificationPolicies;
import io.latchkey.verification.code.VerificationPolicy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** Verification alone between a broker, a registry and a database; of notification there is only its public key. */
final class Installation {

    private final EmbeddedBroker broker = EmbeddedBroker.ephemeral();
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final TemporaryDirectory secrets = TemporaryDirectory.create("latchkey-secrets-");
    private final String prefix = "t" + UUID.randomUUID() + ".";
    private final SealingKeys notification = SealingKeys.generate(KeyOwner.NOTIFICATION);
    private ConfigurableApplicationContext service = start();
    private long policies;
    private final AvroValues values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
    private final Log log = new Log(bean(KafkaSettings.class), bean(Topics.class), values);

    private ConfigurableApplicationContext start() {
        return VerificationServiceApplication.application()
                .run(
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.kafka.properties.schema.registry.url=" + registry.url(),
                        "--spring.mongodb.uri=" + database.uri(),
                        "--latchkey.topics.prefix=" + prefix,
                        "--latchkey.topics.partitions=2",
                        "--latchkey.topics.replication-factor=1",
                        "--latchkey.topics.min-insync-replicas=1",
                        "--latchkey.topics.create=true",
                        "--latchkey.secrets.directory=" + secrets.path(),
                        "--latchkey.secrets.create-missing=true",
                        "--server.port=0");
    }

    void restart() {
        service.close();
        service = start();
    }

    void announceNotificationsKey() {
        var key = notification.primary();
        var publicKey = ByteBuffer.wrap(key.publicKey().toByteArray());
        var now = Instant.now();
        log.send(
                Topic.KEYS,
                key.keyId(),
                new PublicKey(UUID.randomUUID(), now, key.keyId(), KeyOwner.NOTIFICATION, publicKey, now));
    }

    /** Returns when the service keeps to it. */
    void definesPolicy(String tenant, Consumer<Policy.Builder> changes) {
        var policy = Policy.newBuilder();
        changes.accept(policy);
        var before = policyOf(tenant);
        log.send(
                Topic.POLICIES, tenant, new PolicyDefined(tenant(tenant), policies, policy.build(), UUID.randomUUID()));
        Awaitility.await().until(() -> !policyOf(tenant).equals(before));
    }

    /** A service that has just started waits for it too. */
    private VerificationPolicy policyOf(String tenant) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(OutageException.class)
                .until(() -> bean(VerificationPolicies.class).of(tenant), Objects::nonNull);
    }

    private EventMetadata tenant(String tenant) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenantId(tenant)
                .setUserId("")
                .setSequence(++policies)
                .setEpoch(Instant.EPOCH)
                .setOccurredAt(Instant.now())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    Log log() {
        return log;
    }

    SealingKeys notification() {
        return notification;
    }

    String databaseUri() {
        return database.uri();
    }

    String url(String path) {
        return "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    void close() throws Exception {
        log.close();
        values.close();
        service.close();
        database.close();
        registry.close();
        broker.close();
        secrets.close();
    }
}
