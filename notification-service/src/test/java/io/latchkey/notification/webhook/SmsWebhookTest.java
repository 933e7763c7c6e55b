package io.latchkey.notification.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Answer.Accepted;
import io.latchkey.notification.delivery.Answer.Lost;
import io.latchkey.notification.delivery.Answer.Refused;
import io.latchkey.notification.delivery.Answer.RetryAfter;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter.Sms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsWebhookTest {

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(options().dynamicPort().dynamicHttpsPort())
            .build();

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Answer LATER = new RetryAfter(Duration.ZERO);
    private static final Sms SMS = new Sms(new UUID(1, 2), "+491701234567", "Code 123456 ✓");

    private final HttpClient client = WebhookConfiguration.client(Duration.ofSeconds(2));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void postsTheMessageUnderItsIdempotencyKey(@TempDir Path directory) throws IOException {
        var token = Files.writeString(directory.resolve("token"), "s3cret\n");
        PROVIDER.stubFor(post("/sms").willReturn(status(202)));

        assertThat(webhook(url(), token).send(SMS)).isEqualTo(new Accepted());

        PROVIDER.verify(postRequestedFor(urlEqualTo("/sms"))
                .withHeader("Authorization", equalTo("Bearer s3cret"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("Idempotency-Key", equalTo("00000000-0000-0001-0000-000000000002"))
                .withRequestBody(equalToJson("""
                        {"idempotencyKey": "00000000-0000-0001-0000-000000000002",
                         "to": "+491701234567", "text": "Code 123456 ✓"}""")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void hasTakenTheMessageWhereTheAnswerSaysSo(int status) {
        assertThat(answerTo(status(status))).isEqualTo(new Accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "400, '', REFUSED",
        "413, '', REFUSED",
        "422, 'no JSON', REFUSED",
        "422, '[]', REFUSED",
        "422, '{\"reason\": 7}', REFUSED",
        "422, '{\"reason\": \"SOMETHING_ELSE\"}', REFUSED",
        "422, '{\"reason\": \"INVALID_DESTINATION\"}', INVALID_DESTINATION",
        "400, '{\"reason\": \"BLOCKED_DESTINATION\", \"message\": \"…\"}', BLOCKED_DESTINATION"
    })
    void neverTakesWhatItRefuses(int status, String body, Reason reason) {
        assertThat(answerTo(status(status).withBody(body))).isEqualTo(new Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 30, 30",
        "503, 7, 7",
        "429, 'Sun, 01 Mar 2026 12:01:00 GMT', 60",
        "429, 'Sun, 01 Mar 2026 11:00:00 GMT', 0",
        "429, soon, 0",
        "429, -5, 0",
        "429, 99999999999999999999, 0",
        "429, 999999999, 86400"
    })
    void mayTakeItWhenItSaysSo(int status, String retryAfter, int seconds) {
        assertThat(answerTo(status(status).withHeader("Retry-After", retryAfter)))
                .isEqualTo(new RetryAfter(Duration.ofSeconds(seconds)));
    }

    /** Busy, or our own address or token is wrong, which an operator can mend while the message lives. */
    @ParameterizedTest
    @ValueSource(ints = {429, 503, 408, 301, 302, 307, 401, 403, 404, 405})
    void mayTakeItLater(int status) {
        assertThat(answerTo(status(status))).isEqualTo(LATER);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 501, 502, 504, 599})
    void mayHaveTakenItWhereItFailed(int status) {
        assertThat(answerTo(status(status))).isEqualTo(new Lost());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"})
    void mayHaveTakenItWhereTheConnectionBreaks(Fault fault) {
        assertThat(answerTo(aResponse().withFault(fault))).isEqualTo(new Lost());
    }

    @Test
    void hasTakenItAsSoonAsItSaysSo() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> promiseABodyThatNeverComes(listener));

            assertThat(webhook("http://127.0.0.1:" + listener.getLocalPort() + "/sms", null)
                            .send(SMS))
                    .isEqualTo(new Accepted());
        }
    }

    private static void promiseABodyThatNeverComes(ServerSocket listener) {
        try (var socket = listener.accept()) {
            socket.getOutputStream().write("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void mayHaveTakenItWhereItDoesNotAnswerInTime() {
        assertThat(answerTo(status(202).withFixedDelay(3_000))).isEqualTo(new Lost());
    }

    @Test
    void hasNotTakenItWhereNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(webhook("http://127.0.0.1:" + port + "/sms", null).send(SMS)).isEqualTo(LATER);
    }

    @Test
    void hasNotTakenItWhereItsNameIsUnknown() {
        assertThat(webhook("http://sms.invalid/sms", null).send(SMS)).isEqualTo(LATER);
    }

    @Test
    void hasNotTakenItWhereItsCertificateIsNotTrusted() {
        var url = "https://127.0.0.1:" + PROVIDER.getHttpsPort() + "/sms";

        assertThat(webhook(url, null).send(SMS)).isEqualTo(LATER);
    }

    @Test
    void isNotCalledWithoutTheTokenThatItNeeds(@TempDir Path directory) {
        PROVIDER.stubFor(post("/sms").willReturn(status(202)));

        assertThat(webhook(url(), directory.resolve("missing")).send(SMS)).isEqualTo(LATER);
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "s3cret\nother", "s3cret\r\nX-Injected: 1", "s3cret other", "s\u00e9cret"})
    void isNotCalledWithWhatIsNoToken(String content, @TempDir Path directory) throws IOException {
        var token = Files.writeString(directory.resolve("token"), content);
        PROVIDER.stubFor(post("/sms").willReturn(status(202)));

        assertThat(webhook(url(), token).send(SMS)).isEqualTo(LATER);
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    private Answer answerTo(ResponseDefinitionBuilder response) {
        PROVIDER.stubFor(post("/sms").willReturn(response));
        return webhook(url(), null).send(SMS);
    }

    private static String url() {
        return "http://127.0.0.1:" + PROVIDER.getPort() + "/sms";
    }

    private Webhook<Sms> webhook(String url, @Nullable Path token) {
        var properties =
                new SmsProperties(URI.create(url), "sms-webhook", token, Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new Webhook<>(properties, client, InstantSource.fixed(NOON), WebhookBody::of);
    }
}
