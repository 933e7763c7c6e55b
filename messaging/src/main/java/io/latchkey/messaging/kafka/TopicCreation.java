package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.topics.TopicCatalogue;
import io.latchkey.schemas.topics.TopicDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the topics of the catalogue that do not exist yet. Existing ones are left as they are. */
public final class TopicCreation {

    private static final long TIMEOUT_SECONDS = 30;

    private TopicCreation() {}

    /** @throws OutageException if the cluster does not answer or refuses */
    public static void createMissing(Admin admin, Topics topics) {
        try {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = all(topics)
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutageException(
                    "Kafka does not create the topics " + topics.prefix() + "*: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while Kafka created topics");
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
