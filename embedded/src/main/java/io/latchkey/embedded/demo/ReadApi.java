package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Issuer;
import io.latchkey.messaging.decision.AggregateKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Registration's HTTP API, as a portal calls it that only asks, and may see all accounts of a tenant. */
final class ReadApi {

    private static final int OK = 200;
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI registration;
    private final Issuer issuer;

    /** @param registration any address of the service */
    ReadApi(URI registration, Issuer issuer) {
        this.registration = registration;
        this.issuer = issuer;
    }

    /** The body of the answer. */
    String account(AggregateKey account) {
        return get(account, "");
    }

    /** The body of the answer, also for an account that nobody knows. */
    String eligibility(AggregateKey account) {
        return get(account, "/eligibility");
    }

    private String get(AggregateKey account, String what) {
        var path = "/v1/tenants/" + account.tenantId() + "/accounts/" + account.userId() + what;
        var request = HttpRequest.newBuilder(registration.resolve(path))
                .header("Authorization", "Bearer " + issuer.token(claims(account.tenantId())))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new Difference("expected status " + OK + " over HTTP, was " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Difference("expected registration to answer over HTTP: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Difference("interrupted while asking over HTTP");
        }
    }

    private static Map<String, Object> claims(String tenant) {
        var now = Instant.now();
        return Map.of(
                "sub",
                "latchkey-demo",
                "aud",
                "latchkey-registration",
                "tenant",
                tenant,
                "scope",
                "latchkey.status.read",
                "iat",
                now.getEpochSecond(),
                "exp",
                now.plus(LIFETIME).getEpochSecond(),
                "jti",
                UUID.randomUUID().toString());
    }
}
