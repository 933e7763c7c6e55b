package io.latchkey.operations.cluster;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation, and how it is reached. */
public final class ConnectionOptions {

    /** Where {@code ./latchkey up} has its broker. */
    private static final String HERE = "127.0.0.1:19092";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "LIST",
            description = "Kafka's addresses; by default as in the command configuration, or " + HERE + ".")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "A properties file with settings of Kafka's clients, such as for TLS and SASL.")
    private @Nullable Path commandConfig;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = TopicCatalogue.DEFAULT_PREFIX,
            description = "What the installation's topics begin with, ${DEFAULT-VALUE} by default.")
    private String prefix = TopicCatalogue.DEFAULT_PREFIX;

    public String prefix() {
        return prefix;
    }

    /** @throws OperatorFailure if the cluster does not answer */
    public Cluster connect() {
        var settings = settings();
        return Cluster.connect(new KafkaSettings(settings), String.valueOf(settings.get(BOOTSTRAP_SERVERS_CONFIG)));
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put(BOOTSTRAP_SERVERS_CONFIG, HERE);
        if (commandConfig != null) {
            read(commandConfig).forEach((name, value) -> settings.put(String.valueOf(name), value));
        }
        if (bootstrapServers != null) {
            settings.put(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        }
        return settings;
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorFailure(
                    "--command-config " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "): it must be a properties file that you may read",
                    e);
        }
    }
}
