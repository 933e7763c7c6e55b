package io.latchkey.embedded.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.embedded.installation.External;
import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.schemas.MethodRegistered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Database and registry are away for half a minute, while people go on registering. */
class OutageTest {

    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void nothingIsLostOrDeadLetteredAndReadinessTells() throws Exception {
        int databasePort = Ports.orFree(0);
        int registryPort = Ports.orFree(0);
        var parts = Parts.start(directory, databasePort, registryPort);
        try (var performer =
                Performer.on(new External(parts.uri(), null, parts.registry().url()))) {
            var before = Somebody.provisioned(performer.portal());
            before.registersEmail(address());

            parts.close();
            var began = System.nanoTime();
            var during = Stream.generate(() -> before.person().registersEmail(address()))
                    .limit(20)
                    .toList();
            await().atMost(20, SECONDS).until(() -> readiness(performer).allMatch(status -> status == 503));
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(OUTAGE.plusSeconds(5))
                    .until(() -> {
                        assertThat(liveness(performer)).allMatch(status -> status == 200);
                        return System.nanoTime() - began > OUTAGE.toNanos();
                    });
            assertThat(readiness(performer)).allMatch(status -> status == 503);

            parts = Parts.start(directory, databasePort, registryPort);
            for (var command : during) {
                before.reply(MethodRegistered.class, command);
            }
            performer.portal().awaitsQuiet();
            var tally = new Tally(performer.portal().journal());
            assertThat(tally.withoutOneReply(during)).isEmpty();
            assertThat(tally.deadLetters()).isZero();
            await().atMost(20, SECONDS).until(() -> readiness(performer).allMatch(status -> status == 200));
        } finally {
            parts.close();
        }
    }

    private Stream<Integer> readiness(Performer performer) {
        return health(performer, "readiness");
    }

    private Stream<Integer> liveness(Performer performer) {
        return health(performer, "liveness");
    }

    private Stream<Integer> health(Performer performer, String group) {
        return performer.installation().addresses().management().values().stream()
                .map(management -> status(URI.create(management + "/health/" + group)));
    }

    private int status(URI url) {
        try {
            return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError("management does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String address() {
        return "outage." + UUID.randomUUID() + "@example.org";
    }

    /** The database and the registry that keeps its schemas there; started again, they are as they were. */
    private record Parts(EmbeddedDatabase database, MongoClient client, EmbeddedRegistry registry) {

        static Parts start(Path directory, int databasePort, int registryPort) {
            var database = EmbeddedDatabase.start(directory.resolve("store.mv"), databasePort);
            var client = MongoClients.create(database.uri());
            return new Parts(database, client, EmbeddedRegistry.start(client.getDatabase("registry"), registryPort));
        }

        String uri() {
            return database.uri();
        }

        void close() throws Exception {
            registry.close();
            client.close();
            database.close();
        }
    }
}
