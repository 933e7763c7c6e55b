package io.latchkey.registration.method;

/** How far a person has come. */
public enum RegistrationState {
    /** Nothing is registered. */
    NOT_STARTED,
    /** Something is, and something is missing or not completed. */
    IN_PROGRESS,
    /** CompleteRegistration was accepted, and what it asks for is still there. */
    COMPLETED,
    /** An administrator asked for everything to be proven again. */
    REREGISTRATION_REQUIRED;

    public static RegistrationState of(Registration registration, Standing standing) {
        var progress = registration.progress();
        if (progress.completedAt() != null && standing.registered()) {
            return COMPLETED;
        }
        if (progress.completedAt() == null && progress.reregisterSince() != null) {
            return REREGISTRATION_REQUIRED;
        }
        return registration.methods().isEmpty() ? NOT_STARTED : IN_PROGRESS;
    }
}
