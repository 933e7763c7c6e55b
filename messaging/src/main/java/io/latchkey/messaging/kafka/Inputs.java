package io.latchkey.messaging.kafka;

import io.latchkey.schemas.topics.Topic;
import java.util.List;

/**
 * Everything one service reacts to.
 *
 * @param service its name, in the consumer group, in headers and in dead letters
 * @param topics read by one consumer, with equal partition counts
 */
public record Inputs(String service, List<Topic> topics) {

    public Inputs {
        topics = List.copyOf(topics);
    }

    public static Inputs of(String service, Topic... topics) {
        return new Inputs(service, List.of(topics));
    }
}
