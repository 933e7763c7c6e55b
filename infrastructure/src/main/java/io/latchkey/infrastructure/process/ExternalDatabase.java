package io.latchkey.infrastructure.process;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** A server of MongoDB's protocol that a command starts; to stop it is to kill it. */
public final class ExternalDatabase implements Database {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Children children;
    private final List<String> command;
    private final Path log;
    private final int port = Ports.orFree(0);
    private Process process;

    /** @param template the command, in which {@code {port}} and {@code {dir}} are replaced; no shell reads it */
    public ExternalDatabase(Children children, Path directory, String template) {
        this.children = children;
        this.log = directory.resolve("logs").resolve("database.log");
        this.command = command(template, port, created(directory.resolve("database")));
        this.process = launched();
        awaitAnswer();
    }

    private static List<String> command(String template, int port, Path directory) {
        return Arrays.stream(template.strip().split("\\s+"))
                .map(word -> word.replace("{port}", Integer.toString(port)).replace("{dir}", directory.toString()))
                .toList();
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launched() {
        return children.start("database", command, ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    @Override
    public String uri() {
        return "mongodb://" + Ports.LOOPBACK + ":" + port;
    }

    /** {@code kill -9}, with whatever it has started itself. */
    @Override
    public void stop() {
        var descendants = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void start() {
        process = launched();
        awaitAnswer();
    }

    private void awaitAnswer() {
        if (!Until.isTrue(PATIENCE, () -> !process.isAlive() || answers()) || !process.isAlive()) {
            throw new CannotRun("the database's command does not start a server that answers: see " + log);
        }
    }

    private boolean answers() {
        try (var client = MongoClients.create(uri() + "/?serverSelectionTimeoutMS=1000")) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }
}
