package io.latchkey.bench.work;

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

    /** Of the provider's address. */
    public String path() {
        return "/" + name().toLowerCase(java.util.Locale.ROOT) + "/sms";
    }
}
