package io.latchkey.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.smtp.EmailProperties;
import io.latchkey.notification.text.TextProperties;
import io.latchkey.notification.webhook.SmsProperties;
import io.latchkey.notification.worker.WorkerProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SettingsTest {

    private static final String[] NEEDED = {
        "latchkey.notification.sms.url=http://sms.example/messages",
        "latchkey.notification.email.host=mail.example",
        "latchkey.notification.email.from=latchkey@contoso.example"
    };

    private final ApplicationContextRunner settings = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(All.class);

    @Test
    void haveDefaultsForAllButAddresses() {
        settings.withPropertyValues(NEEDED).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(WorkerProperties.class).lease()).isEqualTo(Duration.ofSeconds(30));
            assertThat(context.getBean(EmailProperties.class).security()).isEqualTo(EmailProperties.Security.STARTTLS);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms.url=",
                "sms.name=Not A Name",
                "email.host=",
                "email.from=nobody",
                "email.port=0",
                "text.sender=twelve chars",
                "text.sender=Lätchkey",
                "text.web-otp-domain=https://contoso.example",
                "workers.sms-codes=0",
                "workers.voice-codes=0",
                "workers.lease=0s"
            })
    void areRefusedWhereTheyMakeNoSense(String setting) {
        settings.withPropertyValues(NEEDED)
                .withPropertyValues("latchkey.notification." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties({
        SmsProperties.class,
        EmailProperties.class,
        TextProperties.class,
        WorkerProperties.class
    })
    static class All {}
}
