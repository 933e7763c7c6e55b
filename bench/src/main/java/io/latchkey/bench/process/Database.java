package io.latchkey.bench.process;

import static java.util.stream.Collectors.joining;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.process.CannotRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which database both sides work on. */
public sealed interface Database {

    /** In one word. */
    String title();

    /** For who reads the results. */
    String description();

    /** In the process of the broker. */
    record Embedded() implements Database {

        @Override
        public String title() {
            return "embedded";
        }

        @Override
        public String description() {
            return "embedded, in the process of the broker";
        }
    }

    /**
     * A server of somebody else's.
     *
     * @param uri without a database's name
     * @param pid of its process on this machine, where that is known
     */
    record External(String uri, OptionalLong pid) implements Database {

        private static final Duration PATIENCE = Duration.ofSeconds(5);

        /** Whoever has such a database may not want to lose it. */
        private static final List<String> OURS = Arrays.stream(Service.values())
                .map(Service::title)
                .flatMap(service -> Stream.of(service, "floor-" + service))
                .toList();

        /** @throws CannotRun where nothing can be measured on it; no message has a password in it */
        public static External checked(String uri, @Nullable Long pid) {
            var database = new External(uri, pid == null ? OptionalLong.empty() : OptionalLong.of(pid));
            var connection = connectionString(uri);
            if (pid != null && ProcessHandle.of(pid).isEmpty()) {
                throw new CannotRun("there is no process " + pid + " (--mongodb-pid)");
            }
            var existing = database.ask(
                    connection, client -> client.listDatabaseNames().into(new ArrayList<>()));
            existing.retainAll(OURS);
            if (!existing.isEmpty()) {
                throw new CannotRun(
                        "the server at %s (--mongodb) has the databases %s already: they would be written to"
                                .formatted(hosts(connection), String.join(", ", existing)));
            }
            return database;
        }

        private static ConnectionString connectionString(String uri) {
            ConnectionString connection;
            try {
                connection = new ConnectionString(uri);
            } catch (IllegalArgumentException | MongoException e) {
                throw new CannotRun("--mongodb must be a URI such as mongodb://127.0.0.1:27017", e);
            }
            if (connection.getDatabase() != null) {
                throw new CannotRun("--mongodb must be without a database's name: each service has one of its own");
            }
            return connection;
        }

        private <T> T ask(ConnectionString connection, Function<MongoClient, T> question) {
            var settings = MongoClientSettings.builder()
                    .applyConnectionString(connection)
                    .applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .build();
            try (var client = MongoClients.create(settings)) {
                return question.apply(client);
            } catch (MongoException e) {
                throw new CannotRun(
                        "no MongoDB answers at " + hosts(connection) + " (--mongodb): "
                                + e.getClass().getSimpleName(),
                        e);
            }
        }

        /** What a run writes, from now on. */
        ChangeStreamWrites written() {
            return new ChangeStreamWrites(uri, OURS);
        }

        /** Without user and password. */
        private static String hosts(ConnectionString connection) {
            return connection.getHosts().stream().collect(joining(","));
        }

        /** What a run has made, all of it. */
        void drop() {
            ask(connectionString(uri), client -> {
                OURS.forEach(name -> client.getDatabase(name).drop());
                return OURS;
            });
        }

        @Override
        public String title() {
            return "external";
        }

        @Override
        public String description() {
            return pid.isPresent()
                    ? "external, its processor time counted"
                    : "external; its processor time is not counted (--mongodb-pid was not given)";
        }

        /** A URI may have a password in it. */
        @Override
        public String toString() {
            return "External";
        }
    }
}
