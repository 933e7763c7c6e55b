package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.kafka.Inputs;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Import;

/**
 * Gives a service that declares its {@link io.latchkey.messaging.kafka.Inputs} everything between it and the bus: secrets,
 * sealing, topics, an engine where there is an {@link EngineDefinition}, and the consumer that feeds it.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnBean(Inputs.class)
@Import({
    SecretsConfiguration.class,
    KafkaConfiguration.class,
    MongoConfiguration.class,
    SealingConfiguration.class,
    PolicyConfiguration.class,
    EngineConfiguration.class,
    HealthConfiguration.class
})
public class MessagingAutoConfiguration {}
