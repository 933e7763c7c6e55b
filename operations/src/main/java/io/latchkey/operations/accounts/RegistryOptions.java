package io.latchkey.operations.accounts;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.terminal.OperatorFailure;
import java.util.HashMap;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where schemas are. */
public final class RegistryOptions {

    private static final String URL = "schema.registry.url";

    /** Where {@code ./latchkey up} has its registry. */
    private static final String HERE = "http://127.0.0.1:19081";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description =
                    "The schema registry; by default as in the command configuration (" + URL + "), or " + HERE + ".")
    private @Nullable String url;

    /** @throws OperatorFailure if the settings are not usable */
    public AvroValues values(Cluster cluster) {
        var settings = new HashMap<String, Object>(cluster.settings());
        settings.putIfAbsent(URL, HERE);
        if (url != null) {
            settings.put(URL, url);
        }
        try {
            return AvroValues.with(settings);
        } catch (KafkaException e) {
            throw new OperatorFailure("the settings for the schema registry are not usable: " + Cluster.root(e), e);
        }
    }
}
