package io.latchkey.notification;

import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.notification.delivery.Delivery;
import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Letter.Sms;
import io.latchkey.notification.provider.OpeningSender;
import io.latchkey.notification.provider.Provider;
import io.latchkey.notification.provider.Providers;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Places;
import io.latchkey.notification.queue.QueuePorts;
import io.latchkey.notification.queue.Reports;
import io.latchkey.notification.queue.Sender;
import io.latchkey.notification.smtp.EmailProperties;
import io.latchkey.notification.text.TextProperties;
import io.latchkey.notification.text.Texts;
import io.latchkey.notification.webhook.SmsProperties;
import io.latchkey.notification.webhook.VoiceProperties;
import io.latchkey.notification.worker.EndMetrics;
import io.latchkey.notification.worker.WorkDesk;
import io.latchkey.notification.worker.WorkerProperties;
import io.latchkey.notification.worker.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the queue together: who may send what, with what words, by whom. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WorkerProperties.class, TextProperties.class})
class NotificationConfiguration {

    @Bean
    Providers providers(List<Provider<Sms>> sms, ObjectProvider<Provider<Call>> calls, List<Provider<Mail>> mail) {
        return new Providers(sms, calls.orderedStream().toList(), mail);
    }

    /** One run of this process: what an earlier one held is not its own. */
    @Bean
    Places places(WorkerProperties properties, Providers providers) {
        return new Places(UUID.randomUUID().toString(), properties.lease(), properties.places(), providers.preferred());
    }

    @Bean
    Sender sender(
            Opener opener,
            TextProperties texts,
            Providers providers,
            WorkerProperties workers,
            SmsProperties sms,
            ObjectProvider<VoiceProperties> voice,
            EmailProperties email) {
        var longestCall = Stream.concat(
                        Stream.of(sms.timeout(), email.timeout()),
                        voice.stream().map(VoiceProperties::timeout))
                .max(Duration::compareTo)
                .orElseThrow();
        if (workers.lease().compareTo(longestCall.multipliedBy(2)) < 0) {
            throw new IllegalStateException(
                    "latchkey.notification.workers.lease must be at least twice the longest call, " + longestCall);
        }
        return new OpeningSender(opener, new Texts(texts), providers, longestCall, InstantSource.system());
    }

    @Bean
    WorkDesk desk(Sender sender, Places places, WorkerProperties properties) {
        return new WorkDesk(sender, places, properties.calls());
    }

    @Bean
    QueuePorts queuePorts(NotificationStore store, Log log, Places places, WorkDesk desk, WorkerProperties properties) {
        return new QueuePorts(store, log, places, desk, new Delivery(properties.backoff()), InstantSource.system());
    }

    @Bean
    Workers workers(
            WorkDesk desk,
            QueuePorts ports,
            Reports reports,
            WorkerProperties properties,
            IntakeStatus status,
            MeterRegistry registry) {
        var parties = new Workers.Parties(status, new EndMetrics(registry));
        return new Workers(desk, ports, reports, properties, parties);
    }
}
