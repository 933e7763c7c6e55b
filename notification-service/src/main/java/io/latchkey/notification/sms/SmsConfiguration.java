package io.latchkey.notification.sms;

import io.latchkey.notification.provider.Letter.Sms;
import io.latchkey.notification.provider.LimitedProvider;
import io.latchkey.notification.provider.MeasuredProvider;
import io.latchkey.notification.provider.Provider;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class SmsConfiguration {

    @Bean
    HttpClient smsClient(SmsProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    Provider<Sms> smsProvider(SmsProperties properties, HttpClient smsClient, ObservationRegistry observations) {
        var webhook = new SmsWebhook(properties, smsClient, InstantSource.system());
        return new MeasuredProvider<>(new LimitedProvider<>(webhook, properties.timeout()), observations);
    }
}
