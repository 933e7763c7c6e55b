package io.latchkey.infrastructure.registry;

import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.latchkey.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
        this.routes = Routes.over(store);
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
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry cannot listen on port " + port, e);
        }
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
