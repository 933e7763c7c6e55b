package io.latchkey.registration;

import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.hmac.HmacDestinationHashes;
import io.latchkey.registration.method.DestinationHashes;
import io.latchkey.registration.method.PhoneNumbers;
import io.latchkey.registration.method.Policy;
import io.latchkey.registration.method.RegistrationDecider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrationProperties.class)
class RegistrationConfiguration {

    @Bean
    RegistrationDecider registrationDecider(
            RegistrationProperties properties, PhoneNumbers phoneNumbers, DestinationHashes hashes) {
        var policy = new Policy(properties.methodsOffered(), properties.reconfirmAfter());
        return new RegistrationDecider(policy, phoneNumbers, hashes);
    }

    @Bean
    DestinationHashes destinationHashes(Secrets secrets) {
        return new HmacDestinationHashes(secrets.key("destination-hash"));
    }
}
