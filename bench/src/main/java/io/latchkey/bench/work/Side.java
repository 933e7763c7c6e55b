package io.latchkey.bench.work;

import java.util.Locale;

/** What is compared: each with topics and databases of its own, so that neither finds anything of the other's. */
public enum Side {
    /** Raw clients in one process, which does the work and nothing else. */
    FLOOR("floor."),
    /** The services, each in its process. */
    PIPELINE("latchkey.");

    private final String prefix;

    Side(String prefix) {
        this.prefix = prefix;
    }

    /** Of its topics. */
    public String prefix() {
        return prefix;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the provider's address. */
    public String path() {
        return "/" + title() + "/sms";
    }
}
