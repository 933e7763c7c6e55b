package io.latchkey.embedded.installation;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that runs an installation may be told. */
public final class InstallationOptions {

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Ports are counted from here: the broker listens on N+92, the inbox on N+80, and so on.")
    private @Nullable Integer portBase;

    @Option(names = "--mongodb", paramLabel = "URI", description = "Use this MongoDB instead of the embedded database.")
    private @Nullable String mongodb;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "LIST",
            description = "Use this Kafka instead of the embedded broker.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Use this registry instead of the embedded one.")
    private @Nullable String schemaRegistry;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log to the console too.")
    void verbose(boolean verbose) {
        if (verbose) {
            Logs.alsoToTheConsole();
        }
    }

    public External external() {
        return new External(mongodb, bootstrapServers, schemaRegistry);
    }

    /** The chosen ports, or else the given ones. */
    public PortPlan portsOr(PortPlan fallback) {
        return portBase == null ? fallback : PortPlan.from(portBase);
    }
}
