package io.latchkey.registration.method;

/** How far a person has come. */
public enum RegistrationState {
    /** Nothing is registered. */
    NOT_STARTED,
    IN_PROGRESS,
    /** CompleteRegistration was accepted, and what it asks for is still there. */
    COMPLETED,
    /** An administrator asked for everything to be proven again. */
    REREGISTRATION_REQUIRED;

    public static RegistrationState of(Registration registration) {
        var progress = registration.progress();
        if (progress.completedAt() == null && progress.reregisterSince() != null) {
            return REREGISTRATION_REQUIRED;
        }
        if (registration.methods().isEmpty()) {
            return NOT_STARTED;
        }
        return progress.completedAt() != null && registration.standing().registered() ? COMPLETED : IN_PROGRESS;
    }
}
