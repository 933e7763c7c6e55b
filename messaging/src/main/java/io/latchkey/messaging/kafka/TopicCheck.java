package io.latchkey.messaging.kafka;

import io.latchkey.schemas.topics.TopicCatalogue;
import io.latchkey.schemas.topics.TopicDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Refuses topics on which an acknowledgement would mean nothing: with too few replicas, or too few of them in sync, or
 * with the senders' clocks, by which no decision could be repeated, or with unequal partition counts.
 */
final class TopicCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String DEAD_LETTERS = ".dlt";

    private final Admin admin;
    private final Topics topics;
    private final Answers answers;

    TopicCheck(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
        this.answers = new Answers("Kafka does not describe the topics " + topics.prefix() + "*", TIMEOUT);
    }

    /**
     * What is wrong with the topics, one line each; empty if nothing.
     *
     * @throws io.latchkey.messaging.engine.OutageException if the cluster does not answer, or a topic does not exist
     */
    List<String> problems() {
        var names = new TopicCatalogue(topics.prefix(), topics.partitions())
                .definitions().stream().map(TopicDefinition::name).toList();
        var descriptions = answers.await(admin.describeTopics(names).allTopicNames());
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var configs = answers.await(admin.describeConfigs(resources).all());
        var problems = new ArrayList<String>();
        descriptions.values().forEach(description -> checkReplicas(description, problems));
        configs.forEach((resource, config) -> checkSettings(resource.name(), config, problems));
        if (descriptions.values().stream()
                        .map(description -> description.partitions().size())
                        .distinct()
                        .count()
                > 1) {
            problems.add("topics " + topics.prefix() + "* have different numbers of partitions");
        }
        return problems;
    }

    private void checkReplicas(TopicDescription topic, List<String> problems) {
        int replicas = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (replicas < topics.replicationFactor()) {
            problems.add(topic.name() + " has " + replicas + " replicas, latchkey.topics.replication-factor asks for "
                    + topics.replicationFactor());
        }
    }

    private void checkSettings(String topic, Config config, List<String> problems) {
        int inSync = Integer.parseInt(
                config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
        if (inSync < topics.minInsyncReplicas()) {
            problems.add(topic + " has min.insync.replicas=" + inSync
                    + ", latchkey.topics.min-insync-replicas asks for " + topics.minInsyncReplicas());
        }
        if (topic.endsWith(DEAD_LETTERS)
                && Integer.parseInt(
                                config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value())
                        < KafkaSettings.MAX_REQUEST_BYTES) {
            problems.add(topic + " has max.message.bytes below " + KafkaSettings.MAX_REQUEST_BYTES);
        }
        var timestamps = config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
        if (!timestamps.equals("LogAppendTime")) {
            problems.add(topic + " has message.timestamp.type=" + timestamps + ", it must be LogAppendTime");
        }
    }
}
