package io.latchkey.infrastructure.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxServerTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Inbox inbox = new Inbox(NOON, 3);
    private final InboxServer server = InboxServer.start(inbox, 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void takesAnSmsAndShowsIt() throws Exception {
        assertThat(sms("k1", "+4915112345678", "Your code is 123456").statusCode())
                .isEqualTo(202);

        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+4915112345678");
            assertThat(message.text()).isEqualTo("Your code is 123456");
            assertThat(message.receivedAt()).isEqualTo(NOON.instant());
        });
    }

    @Test
    void takesACallAndShowsItWithItsExtension() throws Exception {
        HttpResponse<String> taken = call("k1", "+14255550100", "123", "Your code is 1, 2");

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).contains("call-000001");
        assertThat(get("/inbox", "text/html").body()).contains("CALL", "+14255550100 ext. 123", "Your code is 1, 2");
        assertThat(get("/inbox.json?to=14255550100", "*/*").body())
                .contains("\"kind\":\"CALL\"", "\"extension\":\"123\"");
    }

    @Test
    void refusesAKeyThatStandsForAnotherExtension() throws Exception {
        call("k1", "+14255550100", "123", "hello");

        assertThat(call("k1", "+14255550100", "124", "hello").statusCode()).isEqualTo(409);
        assertThat(call("k1", "+14255550100", "123", "hello").statusCode()).isEqualTo(202);
        assertThat(sms("k1", "+14255550100", "hello").statusCode()).isEqualTo(202);
    }

    @Test
    void answersARepeatedKeyTheSameAndKeepsItOnce() throws Exception {
        String first = sms("k1", "+4915112345678", "hello").body();

        assertThat(sms("k1", "+4915112345678", "hello").body()).isEqualTo(first).contains("sms-000001");
        assertThat(inbox.messages()).singleElement().extracting(Message::copies).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatStandsForAnotherMessage() throws Exception {
        sms("k1", "+4915112345678", "hello");

        assertThat(sms("k1", "+4915112345678", "good bye").statusCode()).isEqualTo(409);
        assertThat(inbox.messages()).singleElement().extracting(Message::text).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{}",
                "{\"idempotencyKey\":\"k\",\"to\":\"\",\"text\":\"t\"}",
                "{\"idempotencyKey\":\"k\",\"to\":{},\"text\":\"t\"}"
            })
    void refusesWhatIsNotAnSms(String body) throws Exception {
        assertThat(post(body).statusCode()).isEqualTo(400);
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void refusesMoreThanAnSmsCanNeed() throws Exception {
        assertThat(sms("k", "+4915112345678", "x".repeat(Request.MAX_BODY)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void forgetsTheOldestMessages() throws Exception {
        for (int i = 1; i <= 5; i++) {
            sms("k" + i, "+4915112345678", "message " + i);
        }
        assertThat(inbox.messages()).extracting(Message::number).containsExactly(5L, 4L, 3L);
    }

    @Test
    void showsEveryMessageAsText() throws Exception {
        sms("k1", "+4915112345678", "<script>alert('&')</script>");

        assertThat(get("/inbox", "text/html").body())
                .contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;")
                .doesNotContain("<script");
        assertThat(get("/inbox?to=%22%3E%3Cscript%3E", "text/html").body()).doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({"/inbox.json, text/html", "/inbox, application/json"})
    void answersInJson(String path, String accept) throws Exception {
        sms("k1", "+4915112345678", "hello");

        HttpResponse<String> reply = get(path, accept);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.body()).contains("\"receivedAt\":\"2026-03-01T12:00:00Z\"", "\"text\":\"hello\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B4915112345678", "+4915112345678", "4915112345678"})
    void filtersByRecipient(String recipient) throws Exception {
        sms("k1", "+4915112345678", "for me");
        sms("k2", "+4915187654321", "for you");

        assertThat(get("/inbox.json?to=" + recipient, "*/*").body())
                .contains("for me")
                .doesNotContain("for you");
    }

    @ParameterizedTest
    @CsvSource({"GET, /elsewhere", "DELETE, /inbox", "GET, /sms", "GET, /calls"})
    void knowsNothingElse(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .method(method, BodyPublishers.noBody())
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotServedUnderAnotherName() throws IOException {
        try (Socket socket =
                new Socket(server.inboxUrl().getHost(), server.inboxUrl().getPort())) {
            socket.getOutputStream()
                    .write("GET /inbox HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private HttpResponse<String> sms(String key, String to, String text) throws Exception {
        return post("{\"idempotencyKey\":\"%s\",\"to\":\"%s\",\"text\":\"%s\",\"tenant\":\"acme\"}"
                .formatted(key, to, text));
    }

    private HttpResponse<String> call(String key, String to, String extension, String text) throws Exception {
        return post(
                server.voiceUrl(),
                "{\"idempotencyKey\":\"%s\",\"to\":\"%s\",\"extension\":\"%s\",\"language\":\"en\",\"text\":\"%s\"}"
                        .formatted(key, to, extension, text));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(server.smsUrl(), body);
    }

    private HttpResponse<String> post(URI url, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return client.send(
                HttpRequest.newBuilder(url(path)).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private URI url(String path) {
        return server.inboxUrl().resolve(path);
    }
}
