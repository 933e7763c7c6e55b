package io.latchkey.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Asks the broker which creation of a topic this is, and how many partitions it has. */
final class TopicIds {

    private final Admin admin;

    TopicIds(Admin admin) {
        this.admin = admin;
    }

    /** One creation of a topic. */
    record Creation(UUID id, int partitions) {
        private static Creation of(TopicDescription topic) {
            var id = topic.topicId();
            return new Creation(
                    new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                    topic.partitions().size());
        }
    }

    /** By name. */
    Map<String, Creation> of(Collection<String> topics) {
        var answers = new Answers("Kafka does not describe the topics " + topics, Duration.ofSeconds(15));
        var creations = new HashMap<String, Creation>();
        answers.await(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> creations.put(name, Creation.of(topic)));
        return creations;
    }
}
