package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.PolicyDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For a service that declares a {@link PolicyDirectory}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(PolicyDirectory.class)
class PolicyConfiguration {

    /** Before the consumers start, which cannot decide without the policies. */
    @Bean
    SmartLifecycle policyDirectoryLifecycle(PolicyDirectory<?> directory, IntakeStatus status) {
        status.watch(directory::problem);
        return new FollowerLifecycle(directory::start, directory::close);
    }
}
