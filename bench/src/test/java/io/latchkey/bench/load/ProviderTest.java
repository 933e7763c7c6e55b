package io.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderTest {

    private final List<String> read = new CopyOnWriteArrayList<>();
    private final Provider provider = new Provider((path, body) -> read.add(path + " " + body));

    @AfterEach
    void close() throws IOException {
        provider.close();
    }

    @Test
    void aConnectionStaysOpenForTheNextRequest() throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral(Ports.LOOPBACK), provider.port())) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(ask(socket, answers, "/floor/sms", "验证码 1")).isEqualTo("HTTP/1.1 202 Accepted");
            assertThat(ask(socket, answers, "/latchkey/sms", "")).isEqualTo("HTTP/1.1 202 Accepted");
        }
        assertThat(read).containsExactly("/floor/sms 验证码 1", "/latchkey/sms ");
        assertThat(provider.taken()).isEqualTo(2);
    }

    /** @return the first line of the answer */
    private static String ask(Socket socket, BufferedReader answers, String path, String body) throws IOException {
        var head = "POST %s HTTP/1.1\r\nHost: provider\r\nCONTENT-LENGTH:  %d\r\nIdempotency-Key: 1\r\n\r\n"
                .formatted(path, body.getBytes(UTF_8).length);
        socket.getOutputStream().write((head + body).getBytes(UTF_8));
        var status = answers.readLine();
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {}
        assertThat(new char[] {(char) answers.read(), (char) answers.read()}).containsExactly('{', '}');
        return status;
    }

    /** Notification's client asks for HTTP/2 first. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theServicesClientIsServed(HttpClient.Version version) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + Ports.LOOPBACK + ":" + provider.port() + "/latchkey/sms"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"ü\"}"));
        try (var client = HttpClient.newBuilder().version(version).build()) {
            for (int i = 0; i < 3; i++) {
                var answer = client.send(request.build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(202);
                assertThat(answer.body()).isEqualTo("{}");
            }
        }
        assertThat(read).hasSize(3).containsOnly("/latchkey/sms {\"text\":\"ü\"}");
    }
}
