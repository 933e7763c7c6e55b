package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.secrets.Secrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsProperties.class)
class SecretsConfiguration {

    @Bean
    Secrets secrets(SecretsProperties properties) {
        return new Secrets(properties.directory(), properties.createMissing());
    }
}
