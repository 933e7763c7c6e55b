package io.latchkey.infrastructure.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.inbox.Message.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The inbox over HTTP, and the endpoints of the {@link PhoneSandbox}, on the loopback interface. {@code GET /inbox} is a
 * page, or a JSON array for who accepts that or asks for {@code /inbox.json}, both newest first; {@code ?to=} filters
 * by recipient.
 */
public final class InboxServer implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Inbox inbox;
    private final PhoneSandbox sandbox;
    private final HttpServer server;

    private InboxServer(Inbox inbox, int port) {
        this.inbox = inbox;
        this.sandbox = new PhoneSandbox(json, inbox);
        this.server = listening(port);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** @param port 0 for a free one */
    public static InboxServer start(Inbox inbox, int port) {
        return new InboxServer(inbox, port);
    }

    public URI inboxUrl() {
        return url("/inbox");
    }

    public URI smsUrl() {
        return url("/sms");
    }

    public URI voiceUrl() {
        return url("/calls");
    }

    private URI url(String path) {
        return URI.create("http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort() + path);
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox cannot listen on port " + port, e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(Request.of(exchange)));
        }
    }

    private Reply answer(Request request) {
        if (!request.isLocal()) {
            return Reply.refused(403, "Served on this machine only.");
        }
        if (request.isTooLarge()) {
            return Reply.refused(413, "At most " + Request.MAX_BODY + " bytes.");
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /", "GET /inbox", "GET /inbox.json" -> show(request);
            case "POST /sms" -> sandbox.take(Kind.SMS, request);
            case "POST /calls" -> sandbox.take(Kind.CALL, request);
            default -> Reply.refused(404, "GET /inbox, GET /inbox.json, POST /sms and POST /calls are all there is.");
        };
    }

    private Reply show(Request request) {
        String recipient = request.parameter("to");
        List<Message> messages = recipient.isBlank() ? inbox.messages() : inbox.messagesTo(recipient);
        return request.wantsJson() ? Reply.json(200, messages) : Reply.html(InboxPage.of(messages, recipient));
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
