package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Service;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything one service reacts to; what operators redrive for it is always part of it.
 *
 * @param topics read by one consumer, with equal partition counts
 */
public record Inputs(Party party, List<Topic> topics) {

    public Inputs {
        topics = List.copyOf(topics);
    }

    public static Inputs of(Party party, Topic... topics) {
        return new Inputs(party, List.of(topics));
    }

    /** Its name, in the consumer group, in headers and in dead letters. */
    public String service() {
        return party.name().toLowerCase(Locale.ROOT);
    }

    /** As the engine knows the service. */
    public Service reader(Topics installation) {
        return new Service(service(), installation.redrive(party));
    }

    /** Of the topics that it reads. */
    List<String> names(Topics installation) {
        return Stream.concat(topics.stream().map(installation::name), Stream.of(installation.redrive(party)))
                .toList();
    }
}
