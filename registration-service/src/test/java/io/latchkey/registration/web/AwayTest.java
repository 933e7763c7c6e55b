package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.account;
import static io.latchkey.registration.web.Caller.outcome;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service needs and others run: it may be away, and is told apart from a wrong request. */
class AwayTest {

    private static final String TENANT = WebFixture.newTenant();

    private final WebFixture service = new WebFixture();
    private final Caller administrator = service.as(service.tokens().administrator(TENANT));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailable() {
        service.restart(Map.of("latchkey.registration.web.patience", "300ms"));
        service.stopTheDatabase();
        var tenant = "/v1/tenants/" + TENANT;
        for (var path : List.of(
                account(TENANT, "u"),
                account(TENANT, "u") + "/eligibility",
                tenant + "/report",
                tenant + "/report/summary")) {
            var response = administrator.get(path);
            assertThat(outcome(response)).as(path).isEqualTo("503 UNAVAILABLE");
            assertThat(response.headers().firstValue("Retry-After")).contains("5");
        }
        assertThat(outcome(administrator.get(tenant + "/report", "text/csv"))).isEqualTo("503 UNAVAILABLE");
        assertThat(outcome(administrator.post(tenant + "/policy/dry-run", "{}")))
                .isEqualTo("503 UNAVAILABLE");
        assertThat(outcome(administrator.post(account(TENANT, "u") + "/methods/" + People.PHONE_ID + "/reveal")))
                .isEqualTo("503 UNAVAILABLE");
    }

    @Test
    void keysAreTakenFromWhereTheIssuerPublishesThemAndTheIssuerMustBeTheOneNamed() throws IOException {
        var issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            var body = service.tokens().jwks().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        try {
            service.restart(Map.of(
                    "latchkey.registration.web.token.issuer",
                    "https://issuer.example",
                    "latchkey.registration.web.token.jwks-uri",
                    "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys"));
            assertThat(outcome(signedBy("https://issuer.example"))).isEqualTo("200");
            assertThat(outcome(signedBy("https://another.example"))).isEqualTo("401 UNAUTHENTICATED");
            assertThat(outcome(signedBy(null))).isEqualTo("401 UNAUTHENTICATED");
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void anIssuerThatIsAwayIsNoFaultOfTheToken() {
        service.restart(Map.of("latchkey.registration.web.token.jwks-uri", "http://127.0.0.1:1/keys"));
        assertThat(outcome(signedBy(null))).isEqualTo("503 UNAVAILABLE");
    }

    private java.net.http.HttpResponse<String> signedBy(@org.jspecify.annotations.Nullable String issuer) {
        var claims = Tokens.changed(Tokens.claims(TENANT, "x", Scope.REPORT), "iss", issuer);
        return service.as(service.tokens().signed(claims)).get("/v1/tenants/" + TENANT + "/report/summary");
    }
}
