package io.latchkey.messaging.avro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Something behind a registry's address that answers every request alike. */
final class ScriptedRegistry implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final String body;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    ScriptedRegistry(int status, String body) {
        this.status = status;
        this.body = body;
        this.server = listening();
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    String url() {
        return url(null);
    }

    String url(@Nullable String userInfo) {
        var user = userInfo == null ? "" : userInfo + "@";
        return "http://" + user + "localhost:" + server.getAddress().getPort() + "/";
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
