package io.latchkey.bench.process;

import io.latchkey.notification.NotificationServiceApplication;
import io.latchkey.registration.RegistrationServiceApplication;
import io.latchkey.verification.VerificationServiceApplication;
import java.util.Locale;

/** The services. */
public enum Service {
    REGISTRATION(RegistrationServiceApplication.class),
    VERIFICATION(VerificationServiceApplication.class),
    NOTIFICATION(NotificationServiceApplication.class);

    private final Class<?> application;

    Service(Class<?> application) {
        this.application = application;
    }

    Class<?> application() {
        return application;
    }

    /** Also of its database and its secrets. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
