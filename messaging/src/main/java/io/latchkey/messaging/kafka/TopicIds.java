package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks the broker which creation of a topic this is, and how many partitions it has. */
final class TopicIds {

    private static final long TIMEOUT_SECONDS = 15;

    private final Admin admin;

    TopicIds(Admin admin) {
        this.admin = admin;
    }

    /** One creation of a topic. */
    record TopicId(UUID id, int partitions) {}

    Map<String, TopicId> of(Collection<String> topics) {
        try {
            var ids = new HashMap<String, TopicId>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .forEach((name, description) -> ids.put(
                            name,
                            new TopicId(
                                    new UUID(
                                            description.topicId().getMostSignificantBits(),
                                            description.topicId().getLeastSignificantBits()),
                                    description.partitions().size())));
            return ids;
        } catch (ExecutionException | TimeoutException e) {
            throw new OutageException("Kafka does not describe the topics " + topics, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while Kafka described topics");
        }
    }
}
