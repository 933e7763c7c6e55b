package io.latchkey.registration.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.PolicyDirectory;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.registration.policy.Policies;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registration follows the policies that it defines itself: what decides is what everybody can read. */
@Configuration(proxyBeanMethods = false)
class PolicyFollowing {

    private static final String UNREADABLE = "latchkey.policies.unreadable.addresses";

    @Bean
    PolicyDirectory<Policies.InForce> policyDirectory(
            KafkaSettings settings, Topics topics, AvroValues values, Opener opener, MeterRegistry meters) {
        var unreadable = meters.counter(UNREADABLE);
        var reading = new PolicyReading(opener, unreadable::increment);
        return PolicyDirectory.following(settings, topics, values, reading::read, Policies.InForce.DEFAULT);
    }

    @Bean
    Policies policies(PolicyDirectory<Policies.InForce> directory) {
        return new Policies() {
            @Override
            public InForce of(String tenantId) {
                return directory.of(tenantId);
            }

            @Override
            public Set<String> tenants() {
                return directory.tenants();
            }
        };
    }
}
