package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route for every kind of caller. */
class AuthorizationTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;
    private static final Tokens TOKENS = SERVICE.tokens();
    private static final String TENANT = WebFixture.newTenant();
    private static final String USER = "u-1";

    @BeforeAll
    static void provision() {
        SERVICE.provision(TENANT, USER, People.withAPhone());
        SERVICE.provision(TENANT, "u-2", People.withAPhone());
    }

    /** Every route, with the scope that opens it. */
    enum Route {
        STATUS(Scope.STATUS, true, "GET", "/accounts/u-1"),
        ELIGIBILITY(Scope.STATUS, true, "GET", "/accounts/u-1/eligibility"),
        REVEAL(Scope.REVEAL, true, "POST", "/accounts/u-1/methods/" + People.PHONE_ID + "/reveal"),
        REPORT(Scope.REPORT, false, "GET", "/report"),
        SUMMARY(Scope.REPORT, false, "GET", "/report/summary"),
        DRY_RUN(Scope.DRY_RUN, false, "POST", "/policy/dry-run");

        private final Scope scope;
        private final boolean ofPerson;
        private final String method;
        private final String path;

        Route(Scope scope, boolean ofPerson, String method, String path) {
            this.scope = scope;
            this.ofPerson = ofPerson;
            this.method = method;
            this.path = path;
        }

        String asked(Caller caller) {
            return asked(caller, TENANT);
        }

        String asked(Caller caller, String tenant) {
            var url = "/v1/tenants/" + tenant + path;
            return outcome(
                    switch (method) {
                        case "GET" -> caller.get(url);
                        default -> this == DRY_RUN ? caller.post(url, "{}") : caller.post(url);
                    });
        }
    }

    static Stream<String> badTokens() {
        var good = Tokens.claims(TENANT, USER, Scope.values());
        return Stream.of(
                TOKENS.signed(Tokens.changed(
                        good, "exp", Instant.now().minusSeconds(120).getEpochSecond())),
                TOKENS.signed(Tokens.changed(good, "exp", null)),
                TOKENS.signed(Tokens.changed(
                        good, "nbf", Instant.now().plusSeconds(600).getEpochSecond())),
                TOKENS.signed(Tokens.changed(good, "aud", "another-service")),
                TOKENS.signed(Tokens.changed(good, "aud", null)),
                TOKENS.signed(Tokens.changed(good, "sub", null)),
                TOKENS.signed(Tokens.changed(good, "sub", "x".repeat(256))),
                TOKENS.signed(Map.of("alg", "RS256", "typ", "secevent+jwt"), good),
                new Tokens().signed(good),
                Tokens.base64(Map.of("alg", "none")) + "." + Tokens.base64(good) + ".",
                "not-a-token");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsAskedForAToken(Route route) {
        assertThat(route.asked(SERVICE.asNobody())).isEqualTo("401 UNAUTHENTICATED");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotValidHereOpensNothing(String token) {
        for (var route : Route.values()) {
            assertThat(route.asked(SERVICE.as(token))).as(route.name()).isEqualTo("401 UNAUTHENTICATED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfAnotherTenantOpensNothingWhetherThereIsTheTenantOrNot(Route route) {
        var stranger = SERVICE.as(TOKENS.signed(Tokens.claims(WebFixture.newTenant(), USER, Scope.values())));
        assertThat(route.asked(stranger)).isEqualTo("403 FORBIDDEN");
        assertThat(route.asked(stranger, WebFixture.newTenant())).isEqualTo("403 FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource
    void aTokenWithoutATenantOrWithAListOfThemOpensNothing(Route route) {
        var good = Tokens.claims(TENANT, USER, Scope.values());
        assertThat(route.asked(SERVICE.as(TOKENS.signed(Tokens.changed(good, "tenant", null)))))
                .isEqualTo("403 FORBIDDEN");
        assertThat(route.asked(SERVICE.as(TOKENS.signed(Tokens.changed(good, "tenant", List.of(TENANT))))))
                .isEqualTo("403 FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource
    void itsScopeOpensARouteAndNoOtherScopeDoes(Route route) {
        for (var scope : Scope.values()) {
            assertThat(route.asked(SERVICE.as(TOKENS.with(TENANT, scope))))
                    .as(scope.value())
                    .isEqualTo(scope == route.scope ? "200" : "403 FORBIDDEN");
        }
        assertThat(route.asked(SERVICE.as(TOKENS.with(TENANT)))).isEqualTo("403 FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource
    void aPersonNeedsNoScopeForWhatIsTheirOwn(Route route) {
        assertThat(route.asked(SERVICE.as(TOKENS.person(TENANT, USER))))
                .isEqualTo(route.ofPerson ? "200" : "403 FORBIDDEN");
        assertThat(route.asked(SERVICE.as(TOKENS.person(TENANT, "u-2")))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void whoeverIsOfTheTenantReadsItsQuestions() {
        var path = "/v1/tenants/" + TENANT + "/questions";
        assertThat(outcome(SERVICE.as(TOKENS.person(TENANT, "u-2")).get(path))).isEqualTo("200");
        assertThat(outcome(SERVICE.asNobody().get(path))).isEqualTo("401 UNAUTHENTICATED");
        assertThat(outcome(
                        SERVICE.as(TOKENS.administrator(WebFixture.newTenant())).get(path)))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void anotherHttpMethodIsNoWayAroundAScope() {
        var caller = SERVICE.as(TOKENS.with(TENANT));
        for (var method : List.of("HEAD", "PUT", "DELETE", "OPTIONS")) {
            var response = caller.send(
                    method,
                    "/v1/tenants/" + TENANT + "/report",
                    java.net.http.HttpRequest.BodyPublishers.noBody(),
                    Map.of());
            assertThat(response.statusCode()).as(method).isEqualTo(403);
        }
    }

    @Test
    void onlyABadTokenIsToldThatItIsBad() {
        var path = "/v1/tenants/" + TENANT + "/report";
        assertThat(SERVICE.asNobody().get(path).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
        assertThat(SERVICE.as("bad").get(path).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void anAccessTokenMaySayThatItIsOne() {
        var token = TOKENS.signed(Map.of("alg", "RS256", "typ", "at+jwt"), Tokens.claims(TENANT, "x", Scope.REPORT));
        assertThat(outcome(SERVICE.as(token).get("/v1/tenants/" + TENANT + "/report")))
                .isEqualTo("200");
    }

    @Test
    void theDocumentAndHealthAreForEverybody() {
        assertThat(SERVICE.asNobody().get("/openapi.json").statusCode()).isEqualTo(200);
    }
}
