package io.latchkey.crashtest.process;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where everything is found.
 *
 * @param directory holds the files of broker and database, the secrets and the logs
 */
public record Site(
        Path directory, String bootstrapServers, String schemaRegistry, String mongodb, URI sms, int smtpPort) {

    public static final String PREFIX = "latchkey.";

    /** Of everybody. */
    public static final String TENANT = "crash";

    public String group(Service service) {
        return PREFIX + service.title();
    }

    public Path logs() {
        return directory.resolve("logs");
    }
}
