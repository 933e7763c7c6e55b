package io.latchkey.notification.webhook;

import io.latchkey.notification.provider.Letter;
import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Sms;
import io.latchkey.notification.provider.LimitedProvider;
import io.latchkey.notification.provider.MeasuredProvider;
import io.latchkey.notification.provider.Provider;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class WebhookConfiguration {

    @Bean
    HttpClient smsClient(SmsProperties sms) {
        return client(sms.connectTimeout());
    }

    @Bean
    Provider<Sms> smsProvider(SmsProperties sms, HttpClient smsClient, ObservationRegistry observations) {
        return provider(sms, new Webhook<>(sms, smsClient, InstantSource.system(), WebhookBody::of), observations);
    }

    /** Who has no provider of calls cannot make any. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("latchkey.notification.voice.url")
    @EnableConfigurationProperties(VoiceProperties.class)
    static class Voice {

        @Bean
        HttpClient voiceClient(VoiceProperties voice) {
            return client(voice.connectTimeout());
        }

        @Bean
        Provider<Call> voiceProvider(VoiceProperties voice, HttpClient voiceClient, ObservationRegistry observations) {
            var webhook = new Webhook<Call>(voice, voiceClient, InstantSource.system(), WebhookBody::of);
            return provider(voice, webhook, observations);
        }
    }

    /**
     * What its selector reads it hands on in its own thread, since nothing of ours runs there: the caller waits for the answer
     * and reads it. A worker for each step in between would be woken for nothing.
     */
    static HttpClient client(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Runnable::run)
                .build();
    }

    private static <L extends Letter> Provider<L> provider(
            WebhookSettings settings, Webhook<L> webhook, ObservationRegistry observations) {
        return new MeasuredProvider<>(new LimitedProvider<>(webhook, settings.timeout()), observations);
    }
}
