package io.latchkey.bench.process;

import java.nio.file.Path;

/**
 * Where everything is found.
 *
 * @param directory holds the files of broker and database, the secrets, the caches and the logs
 * @param mongodb without a database's name
 * @param provider where both sides' messages are taken, without a path
 */
public record Site(Path directory, String bootstrapServers, String schemaRegistry, String mongodb, String provider) {

    public static final int PARTITIONS = 6;

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path secrets() {
        return directory.resolve("secrets");
    }

    /** A URI may have a password in it. */
    @Override
    public String toString() {
        return "Site";
    }
}
