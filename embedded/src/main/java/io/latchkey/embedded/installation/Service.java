package io.latchkey.embedded.installation;

import io.latchkey.notification.NotificationServiceApplication;
import io.latchkey.registration.RegistrationServiceApplication;
import io.latchkey.verification.VerificationServiceApplication;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The services, in the order in which they start; they stop in reverse, so that each can finish what came from before. */
public enum Service {
    REGISTRATION(Part.REGISTRATION, RegistrationServiceApplication::application),
    VERIFICATION(Part.VERIFICATION, VerificationServiceApplication::application),
    NOTIFICATION(Part.NOTIFICATION, NotificationServiceApplication::application);

    private final Part part;
    private final Supplier<SpringApplicationBuilder> application;

    Service(Part part, Supplier<SpringApplicationBuilder> application) {
        this.part = part;
        this.application = application;
    }

    Part part() {
        return part;
    }

    /** Not yet running. */
    SpringApplicationBuilder application() {
        return application.get();
    }

    /** Also of its database and its secrets. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
