package io.latchkey.bench.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.latchkey.infrastructure.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes every message, as docs/phone-webhook.md has it. */
final class ProviderDouble implements AutoCloseable {

    private final JsonMapper json = new JsonMapper();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Consumer<JsonNode> reader;
    private final HttpServer server;

    /** @param reader is told of each message before it is answered */
    ProviderDouble(Consumer<JsonNode> reader) throws IOException {
        this.reader = reader;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0), 0);
        server.setExecutor(executor);
        server.createContext("/sms", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort() + "/sms");
    }

    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    /** The header of the message with this key. */
    String idempotencyKey(String key) {
        return headers.getOrDefault(key, "");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var message = json.readTree(exchange.getRequestBody().readAllBytes());
            messages.add(message);
            headers.put(
                    message.path("idempotencyKey").asString(),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            reader.accept(message);
            exchange.sendResponseHeaders(202, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
