package io.latchkey.schemas.topics;

/** Every topic of Latchkey. */
public enum Topic {
    REGISTRATION_COMMANDS("registration.commands"),
    ADMIN_COMMANDS("admin.commands"),
    REGISTRATION_TICKS("registration.ticks"),
    REGISTRATION_EVENTS("registration.events"),
    VERIFICATION_COMMANDS("verification.commands"),
    VERIFICATION_CODES("verification.codes"),
    VERIFICATION_EVENTS("verification.events"),
    NOTIFICATION_EVENTS("notification.events"),
    KEYS("keys");

    private final String stem;

    Topic(String stem) {
        this.stem = stem;
    }

    /** @param prefix of the installation, {@code latchkey.} by default */
    public String name(String prefix) {
        return prefix + stem + ".v1";
    }
}
