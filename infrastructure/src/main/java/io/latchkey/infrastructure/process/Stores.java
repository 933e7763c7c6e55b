package io.latchkey.infrastructure.process;

import io.latchkey.infrastructure.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JVM in which the broker runs, and the database where it is the embedded one. Its ports stay the same. */
public final class Stores {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Children children;
    private final Path directory;
    private final int brokerPort = Ports.orFree(0);
    private final int controllerPort = Ports.orFree(0);
    private final int databasePort;
    private final JavaCommand java;
    private Child child;

    /** @param withDatabase false where another server is the database */
    public Stores(Children children, Path directory, boolean withDatabase, JavaCommand java) {
        this.children = children;
        this.directory = directory;
        this.java = java;
        this.databasePort = withDatabase ? Ports.orFree(0) : 0;
        this.child = started();
    }

    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + brokerPort;
    }

    public String mongodb() {
        return "mongodb://" + Ports.LOOPBACK + ":" + databasePort;
    }

    /** As after a power cut of the process; the files are as it left them. */
    public void kill() {
        child.kill();
    }

    public void startAgain() {
        child = started();
    }

    public long pid() {
        return child.pid();
    }

    private Child started() {
        var arguments = List.of(
                directory.toString(),
                Integer.toString(brokerPort),
                Integer.toString(controllerPort),
                Integer.toString(databasePort));
        var log = directory.resolve("logs").resolve("stores.log");
        var started = Child.start(children, "stores", java.of(log, StoresProcess.class, arguments));
        if (!started.answers(StoresProcess.DONE, PATIENCE)) {
            throw new CannotRun("broker and database do not start: see " + log);
        }
        return started;
    }

    public void stopBroker() {
        order(StoresProcess.STOP_BROKER);
    }

    public void startBroker() {
        order(StoresProcess.START_BROKER);
    }

    public void stopDatabase() {
        order(StoresProcess.STOP_DATABASE);
    }

    public void startDatabase() {
        order(StoresProcess.START_DATABASE);
    }

    /**
     * How many documents the embedded database has written since it was started, by database and collection; nothing of
     * another one.
     */
    public Map<String, Long> writes() {
        if (databasePort == 0) {
            return Map.of();
        }
        if (!child.order(StoresProcess.COUNT_WRITES)) {
            throw new CannotRun("broker and database have ended");
        }
        return Arrays.stream(child.answer(PATIENCE).split(" "))
                .map(pair -> pair.split("="))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
    }

    private void order(String what) {
        if (!child.order(what) || !child.answers(StoresProcess.DONE, PATIENCE)) {
            throw new CannotRun("broker and database do not obey: " + what);
        }
    }
}
