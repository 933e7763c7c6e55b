package io.latchkey.embedded.demo;

import io.latchkey.schemas.topics.Topic;
import java.util.Map;

/** Where an installation is found, and all that a portal has to be told of it. */
record Address(String bootstrapServers, String schemaRegistry, String topicPrefix) {

    String name(Topic topic) {
        return topic.name(topicPrefix);
    }

    Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", schemaRegistry);
    }
}
