package io.latchkey.embedded.demo;

import io.latchkey.messaging.sealing.Fingerprint;
import io.latchkey.schemas.topics.Topic;
import java.util.Collection;
import java.util.Map;

/**
 * Where an installation is found, and all that a portal has to be told of it.
 *
 * @param fingerprints of the public keys that the portal pins
 */
record Address(
        String bootstrapServers, String schemaRegistry, String topicPrefix, Collection<Fingerprint> fingerprints) {

    String name(Topic topic) {
        return topic.name(topicPrefix);
    }

    Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", schemaRegistry);
    }
}
