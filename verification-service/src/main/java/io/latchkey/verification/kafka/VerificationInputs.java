package io.latchkey.verification.kafka;

import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything verification reacts to: what portals submit, and the accounts and methods that registration tells of. */
@Configuration(proxyBeanMethods = false)
public class VerificationInputs {

    @Bean
    public static Inputs inputs() {
        return Inputs.of(Party.VERIFICATION, Topic.VERIFICATION_COMMANDS, Topic.REGISTRATION_EVENTS);
    }
}
