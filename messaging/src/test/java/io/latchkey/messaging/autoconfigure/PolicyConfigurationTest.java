package io.latchkey.messaging.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.PolicyDirectory;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A service that declares a directory of policies is not ready before that was read. */
class PolicyConfigurationTest {

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    private final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 1, (short) 1, 1, false);
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PolicyConfiguration.class))
            .withBean(IntakeStatus.class, PolicyConfigurationTest::otherwiseReady);

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.ephemeral();
        registry = EmbeddedRegistry.inMemory();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        registry.close();
        broker.close();
    }

    @Test
    void aServiceThatNeedsNoPoliciesFollowsNone() {
        service.run(context ->
                assertThat(context.getBean(IntakeStatus.class).reason()).isEmpty());
    }

    @Test
    void aServiceIsReadyOnceThePoliciesWereRead() {
        service.withBean(PolicyDirectory.class, this::directory).run(context -> {
            var status = context.getBean(IntakeStatus.class);
            await().untilAsserted(() -> assertThat(status.reason())
                    .hasValueSatisfying(
                            reason -> assertThat(reason).contains("policies topic was not read", "does not exist")));
            createTopic();
            await().untilAsserted(() -> assertThat(status.reason()).isEmpty());
        });
    }

    private static IntakeStatus otherwiseReady() {
        var status = new IntakeStatus();
        status.solved("start");
        return status;
    }

    private PolicyDirectory<String> directory() {
        return PolicyDirectory.following(
                new KafkaSettings(Map.of("bootstrap.servers", broker.bootstrapServers())),
                topics,
                AvroValues.with(Map.of("schema.registry.url", registry.url())),
                policy -> "defined",
                "none");
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topics.name(Topic.POLICIES), 1, (short) 1)))
                    .all()
                    .get();
        }
    }
}
