package io.latchkey.notification;

import io.latchkey.infrastructure.TemporaryDirectory;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.inbox.Inbox;
import io.latchkey.infrastructure.inbox.InboxServer;
import io.latchkey.infrastructure.inbox.MailServer;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.Topics;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** Notification alone between a broker, a registry, a database, a mail server and a provider of text messages and calls. */
final class Installation {

    private final EmbeddedBroker broker = EmbeddedBroker.ephemeral();
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final TemporaryDirectory secrets = TemporaryDirectory.create("latchkey-secrets-");
    private final Inbox inbox = new Inbox(Clock.systemUTC());
    private final MailServer mail = MailServer.start(inbox, 0);
    private final String prefix = "t" + UUID.randomUUID() + ".";
    private InboxServer sms = InboxServer.start(inbox, 0);
    private final URI smsUrl = sms.smsUrl();
    private final URI voiceUrl = sms.voiceUrl();
    private ConfigurableApplicationContext service = start();
    private final Log log = log(bean(KafkaSettings.class));

    private ConfigurableApplicationContext start() {
        return NotificationServiceApplication.application()
                .run(
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.kafka.properties.schema.registry.url=" + registry.url(),
                        "--spring.mongodb.uri=" + database.uri(),
                        "--latchkey.topics.prefix=" + prefix,
                        "--latchkey.topics.partitions=2",
                        "--latchkey.topics.replication-factor=1",
                        "--latchkey.topics.min-insync-replicas=1",
                        "--latchkey.topics.create=true",
                        "--latchkey.secrets.directory=" + secrets.path(),
                        "--latchkey.secrets.create-missing=true",
                        "--latchkey.notification.sms.url=" + smsUrl,
                        "--latchkey.notification.voice.url=" + voiceUrl,
                        "--latchkey.notification.email.host=127.0.0.1",
                        "--latchkey.notification.email.port=" + mail.port(),
                        "--latchkey.notification.email.security=NONE",
                        "--latchkey.notification.email.from=latchkey@contoso.example",
                        "--latchkey.notification.workers.poll=100ms",
                        "--latchkey.notification.workers.first-retry=200ms",
                        "--server.port=0");
    }

    /** With a registry client of its own, which a restart of the service does not close. */
    private Log log(KafkaSettings settings) {
        return new Log(settings, bean(Topics.class), AvroValues.with(settings.common()));
    }

    void restart() {
        service.close();
        service = start();
    }

    void smsProviderGoesAway() {
        sms.close();
    }

    void smsProviderComesBack() {
        sms = InboxServer.start(inbox, smsUrl.getPort());
    }

    Log log() {
        return log;
    }

    Inbox inbox() {
        return inbox;
    }

    String databaseUri() {
        return database.uri();
    }

    String url(String path) {
        return "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    void close() throws Exception {
        log.close();
        service.close();
        mail.close();
        sms.close();
        database.close();
        registry.close();
        broker.close();
        secrets.close();
    }
}
