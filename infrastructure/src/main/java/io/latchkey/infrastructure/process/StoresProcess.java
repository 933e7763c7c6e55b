package io.latchkey.infrastructure.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs broker and database until its standard input ends, and stops and starts each as it is told. */
final class StoresProcess {

    static final String STOP_BROKER = "stop broker";
    static final String START_BROKER = "start broker";
    static final String STOP_DATABASE = "stop database";
    static final String START_DATABASE = "start database";
    static final String COUNT_WRITES = "count writes";
    static final String DONE = "done";

    private final Path directory;
    private final int brokerPort;
    private final int controllerPort;
    private final int databasePort;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedDatabase database;

    private StoresProcess(Path directory, int brokerPort, int controllerPort, int databasePort) {
        this.directory = directory;
        this.brokerPort = brokerPort;
        this.controllerPort = controllerPort;
        this.databasePort = databasePort;
    }

    /** Directory, the broker's port, its controller's, and the database's, which is 0 for none. */
    public static void main(String[] arguments) throws Exception {
        var stores = new StoresProcess(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        stores.obey(START_DATABASE);
        stores.obey(START_BROKER);
        answer(DONE);
        stores.obeyAll();
        Runtime.getRuntime().halt(0);
    }

    private void obeyAll() throws Exception {
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals(COUNT_WRITES)) {
                answer(String.join(" ", writes()));
            } else {
                obey(order);
                answer(DONE);
            }
        }
    }

    private List<String> writes() {
        return database == null
                ? List.of()
                : database.writes().entrySet().stream()
                        .map(collection -> collection.getKey() + "=" + collection.getValue())
                        .toList();
    }

    private static void answer(String what) {
        System.out.println(Child.ANSWER + " " + what);
        System.out.flush();
    }

    private void obey(String order) throws Exception {
        switch (order) {
            case STOP_BROKER -> close(broker);
            case START_BROKER -> broker = EmbeddedBroker.start(directory.resolve("broker"), brokerPort, controllerPort);
            case STOP_DATABASE -> close(database);
            case START_DATABASE -> startDatabase();
            default -> throw new IllegalArgumentException(order);
        }
    }

    private void startDatabase() {
        if (databasePort > 0) {
            database = EmbeddedDatabase.start(directory.resolve("database").resolve("latchkey.mv"), databasePort);
        }
    }

    private static void close(@Nullable AutoCloseable part) throws Exception {
        if (part != null) {
            part.close();
        }
    }
}
