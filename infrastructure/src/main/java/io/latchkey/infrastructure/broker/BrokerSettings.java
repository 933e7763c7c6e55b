package io.latchkey.infrastructure.broker;

import io.latchkey.infrastructure.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One node that is everything: a copy of each log, small buffers, no waiting for companions that will not come. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** A dead letter holds a record of any size that the broker takes elsewhere, and its headers. */
    private static final int DEAD_LETTER_BYTES = 2 * 1024 * 1024 + 64 * 1024;

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE_ID)),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("message.max.bytes", Integer.toString(DEAD_LETTER_BYTES)),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"));

    private BrokerSettings() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        String controller = Ports.LOOPBACK + ":" + controllerPort;
        Map<String, String> settings = new HashMap<>(ALONE);
        settings.put("log.dirs", directory.toString());
        settings.put("listeners", "PLAINTEXT://%s:%d,%s://%s".formatted(Ports.LOOPBACK, port, CONTROLLER, controller));
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        return settings;
    }
}
