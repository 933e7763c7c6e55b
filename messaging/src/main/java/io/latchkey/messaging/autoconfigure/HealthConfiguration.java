package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.avro.RegistryPing;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.kafka.ClusterPing;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.KafkaSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of readiness, never of liveness: a restart would not mend what does not answer. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator intakeHealthIndicator(IntakeStatus status) {
        return () -> status.reason().map(HealthConfiguration::down).orElseGet(HealthConfiguration::up);
    }

    @Bean
    RegistryPing registryPing(KafkaSettings settings) {
        return new RegistryPing(settings.common());
    }

    @Bean
    HealthIndicator registryHealthIndicator(RegistryPing registry) {
        return () -> answers(registry::ping);
    }

    @Bean
    ClusterPing clusterPing(KafkaSettings settings) {
        return new ClusterPing(settings);
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(ClusterPing cluster) {
        return () -> answers(cluster::ping);
    }

    private static Health answers(Runnable ping) {
        try {
            ping.run();
            return up();
        } catch (OutageException e) {
            return down(String.valueOf(e.getMessage()));
        }
    }

    private static Health up() {
        return Health.up().build();
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
