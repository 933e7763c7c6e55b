package io.latchkey.schemas.topics;

import java.util.Map;

/**
 * A topic as it is to be created.
 *
 * @param config by Kafka's names; replication is the installation's business
 */
public record TopicDefinition(String name, int partitions, Map<String, String> config, Access access) {}
