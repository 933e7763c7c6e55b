package io.latchkey.messaging.kafka;

import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.schemas.topics.TopicCatalogue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics of this installation.
 *
 * @param prefix of every topic's name; installations whose tenants must not see each other use different ones
 * @param partitions of every topic; all have the same number, so that a key has one instance
 * @param replicationFactor with which topics are created, and below which no service takes a record from them
 * @param minInsyncReplicas likewise; an acknowledged record is on this many disks
 * @param create whether services create missing topics when they start
 */
@Validated
@ConfigurationProperties("latchkey.topics")
public record Topics(
        @DefaultValue("latchkey.") @Pattern(regexp = "[a-zA-Z0-9._-]{0,100}")
        String prefix,

        @DefaultValue("6") @Min(1) int partitions,
        @DefaultValue("3") @Min(1) short replicationFactor,
        @DefaultValue("2") @Min(1) int minInsyncReplicas,
        @DefaultValue("false") boolean create) {

    public String name(Topic topic) {
        return topic.name(prefix);
    }

    /** The topic of this name, if it is one of the catalogue. */
    public Optional<Topic> topic(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> name(topic).equals(name))
                .findFirst();
    }

    /** Where operators put dead letters that a service is to read once more. */
    public String redrive(Party service) {
        return new TopicCatalogue(prefix, partitions).redriveName(service);
    }

    /** The consumer group of a service. */
    public String group(String service) {
        return prefix + service;
    }
}
