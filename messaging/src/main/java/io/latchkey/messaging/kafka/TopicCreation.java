package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.topics.TopicCatalogue;
import io.latchkey.schemas.topics.TopicDefinition;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of the catalogue that do not exist yet. Existing ones are left as they are. */
public final class TopicCreation {

    private TopicCreation() {}

    /** @throws io.latchkey.messaging.engine.OutageException if the cluster does not answer or refuses */
    public static void createMissing(Admin admin, Topics topics) {
        var answers = new Answers("Kafka does not create the topics " + topics.prefix() + "*", Duration.ofSeconds(30));
        var existing = answers.await(admin.listTopics().names());
        var missing =
                all(topics).filter(topic -> !existing.contains(topic.name())).toList();
        admin.createTopics(missing).values().values().forEach(created -> awaitCreated(answers, created));
    }

    /** Another service may have been faster. */
    private static void awaitCreated(Answers answers, KafkaFuture<Void> created) {
        try {
            answers.await(created);
        } catch (OutageException e) {
            if (e.getCause() == null || !(e.getCause().getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Stream<NewTopic> all(Topics topics) {
        return new TopicCatalogue(topics.prefix(), topics.partitions())
                .definitions().stream().map(definition -> topic(topics, definition));
    }

    private static NewTopic topic(Topics topics, TopicDefinition definition) {
        var config = new HashMap<>(definition.config());
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(topics.minInsyncReplicas()));
        return new NewTopic(
                        definition.name(),
                        Optional.of(definition.partitions()),
                        Optional.of(topics.replicationFactor()))
                .configs(config);
    }
}
