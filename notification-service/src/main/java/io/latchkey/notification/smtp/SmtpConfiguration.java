package io.latchkey.notification.smtp;

import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.LimitedProvider;
import io.latchkey.notification.provider.MeasuredProvider;
import io.latchkey.notification.provider.Provider;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailProperties.class)
class SmtpConfiguration {

    @Bean
    Provider<Mail> mailProvider(EmailProperties properties, ObservationRegistry observations) {
        var server = new SmtpServer(properties, InstantSource.system());
        return new MeasuredProvider<>(new LimitedProvider<>(server, properties.timeout()), observations);
    }
}
