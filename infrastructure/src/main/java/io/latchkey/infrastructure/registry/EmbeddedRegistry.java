package io.latchkey.infrastructure.registry;

import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.latchkey.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A schema registry on the loopback interface, without authentication, that speaks as much of Confluent's REST API as
 * serializers and tools use. New schemas must read what all earlier ones of their subject wrote, unless told otherwise.
 * A schema that it acknowledged is in its database. It deletes no schema and keeps no references between schemas.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int MAX_BODY = 1 << 20;

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;

    private EmbeddedRegistry(RegistryStore store, int port) {
        this.routes = routes(store);
        this.server = listening(port);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * @param database in which the schemas are kept; no other registry may run on it
     * @param port 0 for a free one
     */
    public static EmbeddedRegistry start(MongoDatabase database, int port) {
        return start(new MongoStore(database), port);
    }

    /** On a free port; what it holds is gone after {@link #close()}. */
    public static EmbeddedRegistry inMemory() {
        return start(new MemoryStore(), 0);
    }

    static EmbeddedRegistry start(RegistryStore store, int port) {
        return new EmbeddedRegistry(store, port);
    }

    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort();
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry cannot listen on port " + port, e);
        }
    }

    private static Routes routes(RegistryStore store) {
        var documents = store.load();
        var levels = new Settings<>(StoreKeys.LEVEL, Compatibility.BACKWARD_TRANSITIVE, store)
                .restore(documents, EmbeddedRegistry::level);
        var modes = new Settings<>(StoreKeys.MODE, Mode.READWRITE, store).restore(documents, EmbeddedRegistry::mode);
        return new Routes(Stream.of(
                        List.of(Route.of("GET", "/", request -> Map.of())),
                        new SubjectRoutes(new Subjects(store, documents), levels, modes).routes(),
                        new SettingRoutes<>(
                                        levels,
                                        "/config",
                                        "compatibility",
                                        "compatibilityLevel",
                                        EmbeddedRegistry::level,
                                        Refusal::levelNotSet)
                                .routes(),
                        new SettingRoutes<>(modes, "/mode", "mode", "mode", EmbeddedRegistry::mode, Refusal::modeNotSet)
                                .routes())
                .flatMap(List::stream)
                .toList());
    }

    private static Compatibility level(String name) {
        return Arrays.stream(Compatibility.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidLevel(name));
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidMode(name));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Routes.Answer answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Routes.refused(Refusal.tooLarge());
        }
        return routes.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
