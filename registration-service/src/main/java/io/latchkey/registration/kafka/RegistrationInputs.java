package io.latchkey.registration.kafka;

import static io.latchkey.schemas.topics.Topic.ADMIN_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_TICKS;
import static io.latchkey.schemas.topics.Topic.VERIFICATION_EVENTS;

import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.schemas.topics.Party;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything registration reacts to: commands of portals and administrators, its own ticks, and proofs by code. */
@Configuration(proxyBeanMethods = false)
public class RegistrationInputs {

    @Bean
    public static Inputs inputs() {
        return Inputs.of(
                Party.REGISTRATION, REGISTRATION_COMMANDS, ADMIN_COMMANDS, REGISTRATION_TICKS, VERIFICATION_EVENTS);
    }
}
