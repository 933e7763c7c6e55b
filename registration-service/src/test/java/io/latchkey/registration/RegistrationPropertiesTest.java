package io.latchkey.registration;

import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class RegistrationPropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(RegistrationProperties.class)
    static class Settings {}

    @Test
    void hasTheDefaultsOfThePolicy() {
        service.run(context -> assertThat(context.getBean(RegistrationProperties.class))
                .isEqualTo(new RegistrationProperties(Set.of(MOBILE_PHONE, EMAIL), Duration.ofDays(180))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1d", "730d"})
    void takesTwoYearsAtMost(String reconfirmAfter) {
        service.withPropertyValues("latchkey.registration.reconfirm-after=" + reconfirmAfter)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1d", "731d", "soon"})
    void refusesToStartWithAnythingElse(String reconfirmAfter) {
        service.withPropertyValues("latchkey.registration.reconfirm-after=" + reconfirmAfter)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void refusesKindsThatDoNotExist() {
        service.withPropertyValues("latchkey.registration.methods-offered=PIGEON")
                .run(context -> assertThat(context).hasFailed());
    }
}
