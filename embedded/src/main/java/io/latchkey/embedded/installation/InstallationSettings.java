package io.latchkey.embedded.installation;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may differ between installations.
 *
 * @param data where everything is kept; null for a directory that is deleted at the end
 * @param topicPrefix of every topic
 * @param databasePrefix of every database's name
 * @param properties of the services, over those that the installation gives
 */
public record InstallationSettings(
        @Nullable Path data,
        PortPlan ports,
        External external,
        String topicPrefix,
        String databasePrefix,
        Map<String, String> properties) {

    public static InstallationSettings persistent(Path data, PortPlan ports, External external) {
        return new InstallationSettings(data, ports, external, "latchkey.", "", Map.of());
    }

    public static InstallationSettings ephemeral(PortPlan ports, External external) {
        return new InstallationSettings(null, ports, external, "latchkey.", "", Map.of());
    }

    /** For parts that others use too. */
    public InstallationSettings withNames(String topicPrefix, String databasePrefix) {
        return new InstallationSettings(data, ports, external, topicPrefix, databasePrefix, properties);
    }

    public InstallationSettings withProperties(Map<String, String> properties) {
        return new InstallationSettings(data, ports, external, topicPrefix, databasePrefix, properties);
    }
}
