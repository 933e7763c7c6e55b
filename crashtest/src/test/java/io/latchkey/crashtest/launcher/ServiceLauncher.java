package io.latchkey.crashtest.launcher;

import io.latchkey.crashtest.process.Instance;
import io.latchkey.crashtest.process.Service;
import io.latchkey.infrastructure.process.Until;
import io.latchkey.notification.NotificationServiceApplication;
import io.latchkey.registration.RegistrationServiceApplication;
import io.latchkey.verification.VerificationServiceApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The main class of every service of the crash test. */
final class ServiceLauncher {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private ServiceLauncher() {}

    /** The service's name, then its settings. */
    public static void main(String[] arguments) throws IOException {
        var halt = new HaltSwitch();
        var wrapping = new Wrapping(halt, Sabotage.wanted());
        var context = application(Service.valueOf(arguments[0]))
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(wrapping))
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        Orders.answer(Instance.STARTED);
        Thread.ofVirtual().start(() -> tellReadiness(context));
        new Orders(halt, context).obey();
    }

    private static void tellReadiness(ConfigurableApplicationContext context) {
        var health = context.getBean(HealthEndpoint.class);
        Until.isTrue(
                PATIENCE,
                () -> Status.UP.equals(Objects.requireNonNull(health.healthForPath("readiness"))
                        .getStatus()));
        Orders.answer(Instance.READY);
    }

    private static SpringApplicationBuilder application(Service service) {
        return switch (service) {
            case REGISTRATION -> RegistrationServiceApplication.application();
            case VERIFICATION -> VerificationServiceApplication.application();
            case NOTIFICATION -> NotificationServiceApplication.application();
        };
    }
}
