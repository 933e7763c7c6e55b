package io.latchkey.infrastructure.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's directory. */
final class BrokerStorage {

    private BrokerStorage() {}

    /** A directory whose formatting was interrupted is formatted again: {@code meta.properties} is written last. */
    static void formatOnce(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            formatter(directory.toString()).run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + directory, e);
        } catch (Exception e) {
            throw new FormatterException("Cannot format " + directory, e);
        }
    }

    private static Formatter formatter(String directory) {
        return new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(directory)
                .addDirectory(directory)
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction());
    }
}
