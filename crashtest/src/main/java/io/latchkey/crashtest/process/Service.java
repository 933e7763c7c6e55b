package io.latchkey.crashtest.process;

import java.util.Locale;

/** The services. */
public enum Service {
    REGISTRATION,
    VERIFICATION,
    NOTIFICATION;

    /** Also of its database, its secrets and, after the prefix, its group. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
