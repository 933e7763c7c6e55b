package io.latchkey.bench.process;

import io.latchkey.bench.work.Side;
import io.latchkey.embedded.installation.Issuer;
import io.latchkey.infrastructure.Ports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the services are told: addresses, and nothing that would make them faster than they are out of the box. */
final class ServiceSettings {

    private ServiceSettings() {}

    static List<String> of(Service service, Site site, int port) {
        var settings = new HashMap<>(common(service, site, port));
        settings.putAll(own(service, site));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private static Map<String, String> common(Service service, Site site, int port) {
        return Map.ofEntries(
                Map.entry("server.address", Ports.LOOPBACK),
                Map.entry("server.port", Integer.toString(port)),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.kafka.bootstrap-servers", site.bootstrapServers()),
                Map.entry("spring.kafka.properties.schema.registry.url", site.schemaRegistry()),
                Map.entry("spring.mongodb.uri", site.mongodb()),
                Map.entry("spring.mongodb.database", service.title()),
                Map.entry("latchkey.secrets.create-missing", "true"),
                Map.entry(
                        "latchkey.secrets.directory",
                        site.secrets().resolve(service.title()).toString()),
                Map.entry("latchkey.topics.prefix", Side.PIPELINE.prefix()),
                Map.entry("latchkey.topics.partitions", Integer.toString(Site.PARTITIONS)),
                Map.entry("latchkey.topics.replication-factor", "1"),
                Map.entry("latchkey.topics.min-insync-replicas", "1"));
    }

    private static Map<String, String> own(Service service, Site site) {
        return switch (service) {
            case REGISTRATION -> reads(site);
            case VERIFICATION -> Map.of();
            case NOTIFICATION -> providers(site);
        };
    }

    /** What answers about eligibility take on purpose is as short as it can be: it would be all that is measured. */
    private static Map<String, String> reads(Site site) {
        return Map.of(
                "latchkey.registration.web.token.public-key",
                Issuer.published(site.directory()).toString(),
                "latchkey.registration.web.eligibility-takes",
                "1ms");
    }

    private static Map<String, String> providers(Site site) {
        return Map.of(
                "latchkey.notification.sms.url",
                site.provider() + Side.PIPELINE.path(),
                "latchkey.notification.email.host",
                Ports.LOOPBACK,
                "latchkey.notification.email.from",
                "latchkey@localhost.localdomain");
    }
}
