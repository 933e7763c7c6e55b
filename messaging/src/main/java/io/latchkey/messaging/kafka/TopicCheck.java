package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private static final long TIMEOUT_SECONDS = 15;

    private final Admin admin;
    private final Topics topics;

    TopicCheck(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /**
     * What is wrong with the topics, one line each; empty if nothing.
     *
     * @throws OutageException if the cluster does not answer, or a topic does not exist
     */
    List<String> problems() {
        var names = Arrays.stream(Topic.values()).map(topics::name).toList();
        try {
            var descriptions = admin.describeTopics(names).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var resources = names.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            var configs = admin.describeConfigs(resources).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var problems = new ArrayList<String>();
            descriptions.values().forEach(description -> checkReplicas(description, problems));
            configs.forEach((resource, config) -> checkSettings(resource.name(), config, problems));
            if (descriptions.values().stream()
                            .filter(description -> !description.name().equals(topics.name(Topic.KEYS)))
                            .map(description -> description.partitions().size())
                            .distinct()
                            .count()
                    > 1) {
                problems.add("topics " + topics.prefix() + "* have different numbers of partitions");
            }
            return problems;
        } catch (ExecutionException | TimeoutException e) {
            throw new OutageException("Kafka does not describe the topics " + topics.prefix() + "*", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while Kafka described topics");
        }
    }

    private void checkReplicas(TopicDescription topic, List<String> problems) {
        int replicas = topic.partitions().getFirst().replicas().size();
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
        var timestamps = config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
        if (!timestamps.equals("LogAppendTime")) {
            problems.add(topic + " has message.timestamp.type=" + timestamps + ", it must be LogAppendTime");
        }
    }
}
