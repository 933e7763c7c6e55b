package io.latchkey.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.provider.Provider;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WebhookConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(ObservationRegistry.class, ObservationRegistry::create)
            .withUserConfiguration(WebhookConfiguration.class)
            .withPropertyValues("latchkey.notification.sms.url=http://sms.example/messages");

    @Test
    void hasNoProviderOfCallsUnlessItIsToldOfOne() {
        context.run(
                started -> assertThat(started.getBeansOfType(Provider.class)).containsOnlyKeys("smsProvider"));
    }

    @Test
    void namesEachChannelsProvider() {
        context.withPropertyValues("latchkey.notification.voice.url=http://voice.example/calls")
                .run(started -> assertThat(
                                started.getBeansOfType(Provider.class).values())
                        .extracting(Provider::name)
                        .containsExactlyInAnyOrder("sms-webhook", "voice-webhook"));
    }
}
