package io.latchkey.crashtest.process;

import io.latchkey.infrastructure.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the services are told. What is shorter than in production is so that a round takes seconds: the session after which a
 * silent member's partitions go to others, and the lease after which an answer counts as lost.
 */
final class ServiceSettings {

    /** Kafka's shortest. */
    static final int SESSION_SECONDS = 6;

    private final Site site;

    ServiceSettings(Site site) {
        this.site = site;
    }

    List<String> of(Service service) {
        var settings = new LinkedHashMap<>(common());
        settings.put("spring.mongodb.database", service.title());
        settings.put(
                "latchkey.secrets.directory",
                site.directory().resolve("secrets").resolve(service.title()).toString());
        settings.putAll(own(service));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Map<String, String> common() {
        return Map.ofEntries(
                Map.entry("server.address", Ports.LOOPBACK),
                Map.entry("server.port", "0"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.kafka.bootstrap-servers", site.bootstrapServers()),
                Map.entry("spring.kafka.properties.schema.registry.url", site.schemaRegistry()),
                Map.entry("spring.kafka.properties.session.timeout.ms", Integer.toString(SESSION_SECONDS * 1000)),
                Map.entry("spring.kafka.properties.heartbeat.interval.ms", "1000"),
                Map.entry("spring.mongodb.uri", site.mongodb()),
                Map.entry("latchkey.secrets.create-missing", "true"),
                Map.entry("latchkey.topics.prefix", Site.PREFIX),
                Map.entry("latchkey.topics.replication-factor", "1"),
                Map.entry("latchkey.topics.min-insync-replicas", "1"));
    }

    private Map<String, String> own(Service service) {
        return switch (service) {
            case REGISTRATION ->
                Map.of("latchkey.registration.scan.interval", "300ms", "latchkey.registration.scan.lease", "2s");
            case VERIFICATION -> Map.of();
            case NOTIFICATION ->
                Map.ofEntries(
                        Map.entry("latchkey.notification.sms.url", site.sms().toString()),
                        Map.entry("latchkey.notification.sms.timeout", "2s"),
                        Map.entry("latchkey.notification.email.timeout", "2s"),
                        Map.entry("latchkey.notification.email.host", Ports.LOOPBACK),
                        Map.entry("latchkey.notification.email.port", Integer.toString(site.smtpPort())),
                        Map.entry("latchkey.notification.email.security", "NONE"),
                        Map.entry("latchkey.notification.email.from", "latchkey@localhost.localdomain"),
                        Map.entry("latchkey.notification.workers.lease", "6s"),
                        Map.entry("latchkey.notification.workers.poll", "200ms"),
                        Map.entry("latchkey.notification.workers.first-retry", "500ms"));
        };
    }
}
