package io.latchkey.crashtest.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.latchkey.crashtest.checker.Call;
import io.latchkey.crashtest.checker.Call.Answer;
import io.latchkey.crashtest.checker.Digest;
import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.process.Until;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes text messages as docs/phone-webhook.md has it, mostly. Some it refuses, some it puts off, to some it answers when nobody
 * listens any more, and at some it breaks the connection after it has taken them. Writes down each request before it answers.
 */
public final class SmsProvider implements AutoCloseable {

    /** Longer than any caller waits. */
    private static final Duration SLOW = Duration.ofMillis(2500);

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{10}(?![0-9])");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Random random;
    private final HttpServer server;

    /** On a free port. */
    public SmsProvider(long seed) {
        this.random = new Random(seed);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/sms", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort() + "/sms");
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The digits that were sent under a code's id, as their reader sees them. */
    public Optional<String> code(String notification) {
        return Optional.ofNullable(codes.get(notification));
    }

    public List<String> codes() {
        return codes.values().stream().distinct().toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var arrivedAt = Instant.now();
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var message = json.readTree(body);
            var notification = message.path("idempotencyKey").asString("");
            var text = message.path("text").asString("");
            var answer = next();
            calls.add(new Call(
                    notification,
                    arrivedAt,
                    answer,
                    Digest.of(message.path("to").asString("") + "\n" + text)));
            if (answer == Answer.ACCEPTED || answer == Answer.SLOW || answer == Answer.CUT) {
                CODE.matcher(text).results().findFirst().ifPresent(code -> codes.put(notification, code.group()));
            }
            answer(exchange, answer);
        }
    }

    private Answer next() {
        int dice = random.nextInt(100);
        if (dice < 5) {
            return Answer.CUT;
        }
        if (dice < 9) {
            return Answer.SLOW;
        }
        if (dice < 15) {
            return Answer.LATER;
        }
        return dice < 17 ? Answer.REFUSED : Answer.ACCEPTED;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case ACCEPTED -> send(exchange, 202, "{\"id\": \"taken\"}");
            case REFUSED -> send(exchange, 422, "{\"reason\": \"BLOCKED_DESTINATION\"}");
            case LATER -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, "{}");
            }
            case SLOW -> {
                Until.passed(SLOW);
                send(exchange, 202, "{\"id\": \"taken\"}");
            }
            case CUT -> {}
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
