package io.latchkey.embedded.installation;

import io.latchkey.infrastructure.Ports;
import io.latchkey.messaging.kafka.Topics;
import java.util.HashMap;
import java.util.Map;

/** What the services are told of the installation. */
final class ServiceProperties {

    private static final int PARTITIONS = 3;
    private static final int REPLICAS = 3;

    private final InstallationSettings settings;
    private final DataDirectory data;
    private final Infrastructure infrastructure;

    ServiceProperties(InstallationSettings settings, DataDirectory data, Infrastructure infrastructure) {
        this.settings = settings;
        this.data = data;
        this.infrastructure = infrastructure;
    }

    /** As safe as the number of brokers allows. */
    Topics topics() {
        int replicas = Math.min(REPLICAS, infrastructure.brokers());
        return new Topics(settings.topicPrefix(), PARTITIONS, (short) replicas, Math.max(1, replicas - 1), false);
    }

    String bootstrapServers() {
        return infrastructure.bootstrapServers();
    }

    Map<String, String> of(Service service) {
        Map<String, String> properties = new HashMap<>(addresses());
        properties.put("server.address", Ports.LOOPBACK);
        properties.put("server.port", Integer.toString(settings.ports().port(service.part())));
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.mongodb.database", settings.databasePrefix() + service.title());
        properties.put("latchkey.secrets.directory", data.secrets(service).toString());
        properties.put("latchkey.secrets.create-missing", "true");
        properties.put("latchkey.topics.prefix", topics().prefix());
        properties.put("latchkey.topics.partitions", Integer.toString(topics().partitions()));
        properties.put("latchkey.topics.replication-factor", Integer.toString(topics().replicationFactor()));
        properties.put("latchkey.topics.min-insync-replicas", Integer.toString(topics().minInsyncReplicas()));
        if (service == Service.REGISTRATION) {
            properties.put(
                    "latchkey.registration.web.token.public-key",
                    Issuer.publicKey(data.issuer()).toString());
        }
        if (settings.external().bootstrapServers() == null) {
            // Known to the broker by name, a service that was killed need not be missed for 45 seconds before it is
            // back.
            properties.put("spring.kafka.properties.group.instance.id", service.title());
        }
        properties.putAll(settings.properties());
        return properties;
    }

    private Map<String, String> addresses() {
        return Map.of(
                "spring.kafka.bootstrap-servers", infrastructure.bootstrapServers(),
                "spring.kafka.properties.schema.registry.url", infrastructure.schemaRegistry(),
                "spring.mongodb.uri", infrastructure.mongodb(),
                "latchkey.notification.email.host", Ports.LOOPBACK,
                "latchkey.notification.email.port",
                        Integer.toString(infrastructure.mail().port()),
                "latchkey.notification.email.security", "NONE",
                "latchkey.notification.email.from", "latchkey@localhost.localdomain",
                "latchkey.notification.sms.url", infrastructure.smsUrl().toString(),
                "latchkey.notification.voice.url", infrastructure.voiceUrl().toString());
    }
}
