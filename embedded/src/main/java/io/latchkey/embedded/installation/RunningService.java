package io.latchkey.embedded.installation;

import io.latchkey.infrastructure.Ports;
import io.latchkey.messaging.sealing.Fingerprint;
import io.latchkey.messaging.sealing.SealingKeys;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** A service as an application of its own in this JVM. */
record RunningService(Service service, ConfigurableApplicationContext context) implements AutoCloseable {

    /** Started, and not necessarily {@link #ready}. */
    static RunningService start(Service service, Map<String, String> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        try {
            return new RunningService(
                    service, service.application().registerShutdownHook(false).run(arguments));
        } catch (RuntimeException e) {
            throw new StartFailure(
                    service.title() + " did not start: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    e);
        }
    }

    boolean ready() {
        return Status.UP.equals(
                Objects.requireNonNull(context.getBean(HealthEndpoint.class).healthForPath("readiness"))
                        .getStatus());
    }

    URI management() {
        return URI.create("http://%s:%s/actuator"
                .formatted(Ports.LOOPBACK, context.getEnvironment().getProperty("local.server.port")));
    }

    Fingerprint fingerprint() {
        return context.getBean(SealingKeys.class).primary().fingerprint();
    }

    @Override
    public void close() {
        context.close();
    }
}
