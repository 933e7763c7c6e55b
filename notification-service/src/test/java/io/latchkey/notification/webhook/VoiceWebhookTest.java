package io.latchkey.notification.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Answer.Accepted;
import io.latchkey.notification.delivery.Answer.Refused;
import io.latchkey.notification.delivery.Answer.RetryAfter;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls go the way of text messages; this shows what is their own. */
class VoiceWebhookTest {

    @RegisterExtension
    static final WireMockExtension PROVIDER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final HttpClient client = WebhookConfiguration.client(Duration.ofSeconds(2));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    @Tag("SPEC-2.1d")
    void postsNumberAndExtensionApart() {
        PROVIDER.stubFor(post("/calls").willReturn(status(202)));

        assertThat(call("+14255550100;ext=123")).isEqualTo(new Accepted());

        PROVIDER.verify(postRequestedFor(urlEqualTo("/calls"))
                .withHeader("Idempotency-Key", equalTo("00000000-0000-0001-0000-000000000002"))
                .withRequestBody(equalToJson("""
                        {"idempotencyKey": "00000000-0000-0001-0000-000000000002", "to": "+14255550100",
                         "extension": "123", "language": "de", "text": "7, 3"}""")));
    }

    @Test
    void leavesOutAnExtensionThatThereIsNot() {
        PROVIDER.stubFor(post("/calls").willReturn(status(202)));

        assertThat(call("+14255550100")).isEqualTo(new Accepted());

        PROVIDER.verify(postRequestedFor(urlEqualTo("/calls")).withRequestBody(equalToJson("""
                        {"idempotencyKey": "00000000-0000-0001-0000-000000000002", "to": "+14255550100",
                         "language": "de", "text": "7, 3"}""")));
    }

    @Test
    void understandsTheSameAnswers() {
        PROVIDER.stubFor(post("/calls").willReturn(status(422).withBody("{\"reason\": \"INVALID_DESTINATION\"}")));
        assertThat(call("+14255550100")).isEqualTo(new Refused(Reason.INVALID_DESTINATION));

        PROVIDER.stubFor(post("/calls").willReturn(status(429).withHeader("Retry-After", "30")));
        assertThat(call("+14255550100")).isEqualTo(new RetryAfter(Duration.ofSeconds(30)));
    }

    private Answer call(String destination) {
        var properties = new VoiceProperties(
                URI.create("http://127.0.0.1:" + PROVIDER.getPort() + "/calls"),
                "voice-webhook",
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
        var clock = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
        return new Webhook<Call>(properties, client, clock, WebhookBody::of)
                .send(Call.to(new UUID(1, 2), destination, "de", "7, 3"));
    }
}
