package io.latchkey.infrastructure.inbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A request, read to its end. */
record Request(String method, String path, String query, String host, String accept, byte[] body) {

    static final int MAX_BODY = 64 * 1024;

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

    static Request of(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                header(exchange, "Host"),
                header(exchange, "Accept"),
                exchange.getRequestBody().readNBytes(MAX_BODY + 1));
    }

    /** Anything else is a page elsewhere whose name was made to resolve to this machine. */
    boolean isLocal() {
        return LOCAL.contains(host.replaceFirst(":\\d+$", ""));
    }

    boolean isTooLarge() {
        return body.length > MAX_BODY;
    }

    boolean wantsJson() {
        return path.endsWith(".json") || accept.contains("application/json");
    }

    /** Empty where it is absent. */
    String parameter(String name) {
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }
}
