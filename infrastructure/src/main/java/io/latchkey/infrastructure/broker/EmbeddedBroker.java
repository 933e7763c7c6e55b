package io.latchkey.infrastructure.broker;

import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.TemporaryDirectory;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A KRaft broker and its controller in one, on the loopback interface, without authentication. What it acknowledged is
 * in its directory and survives a restart and {@code kill -9}; topics are never made by asking for them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final AutoCloseable files;

    private EmbeddedBroker(Path directory, int port, int controllerPort, AutoCloseable files) {
        BrokerStorage.formatOnce(directory);
        int clientPort = Ports.orFree(port);
        this.server = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.of(directory, clientPort, Ports.orFree(controllerPort))), Time.SYSTEM);
        this.bootstrapServers = Ports.LOOPBACK + ":" + clientPort;
        this.files = files;
    }

    /**
     * Returns when the broker serves clients.
     *
     * @param port of the clients' listener, 0 for a free one; likewise for the controller's
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) {
        return started(new EmbeddedBroker(directory, port, controllerPort, () -> {}));
    }

    /** On free ports, in a directory that {@link #close()} deletes. */
    public static EmbeddedBroker ephemeral() {
        TemporaryDirectory directory = TemporaryDirectory.create("latchkey-broker-");
        return started(new EmbeddedBroker(directory.path(), 0, 0, directory));
    }

    private static EmbeddedBroker started(EmbeddedBroker broker) {
        try {
            broker.server.startup();
            return broker;
        } catch (RuntimeException e) {
            broker.server.shutdown();
            throw e;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() throws Exception {
        try (files) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
