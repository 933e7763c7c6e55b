package io.latchkey.registration.web;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The web package alone, without an engine; policies are what a test says. No component that the service would find. */
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = WebConfiguration.class)
class OnlyWeb {

    @Bean
    Secrets secrets(@Value("${latchkey.secrets.directory}") Path directory) {
        return new Secrets(directory, true);
    }

    @Bean
    TestPolicies policies() {
        return new TestPolicies();
    }

    @Bean
    Commands commands() {
        return new Commands();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer listening(Commands commands) {
        return settings -> settings.addCommandListener(commands);
    }

    /** Of tenants with a policy of their own. */
    static final class TestPolicies implements Policies {

        private final Map<String, InForce> policies = new ConcurrentHashMap<>();

        void define(String tenant, Policy policy) {
            policies.put(tenant, new InForce(7, policy));
        }

        @Override
        public InForce of(String tenantId) {
            return policies.getOrDefault(tenantId, InForce.DEFAULT);
        }
    }

    /** What the database was asked for. */
    static final class Commands implements CommandListener {

        private final List<String> started = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            started.add(event.getCommandName());
        }

        List<String> during(Runnable work) {
            int before = started.size();
            work.run();
            return List.copyOf(started.subList(before, started.size()));
        }
    }
}
