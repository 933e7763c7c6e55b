package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.json;
import static io.latchkey.registration.web.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong is told in one shape, and repeats nothing of the request. */
class ShapesTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;

    private final String tenant = WebFixture.newTenant();
    private final Caller administrator = SERVICE.as(SERVICE.tokens().administrator(tenant));

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404 NOT_FOUND",
        "GET, /accounts, 404 NOT_FOUND",
        "GET, /accounts/secret/nothing, 404 NOT_FOUND",
        "GET, /report/, 404 NOT_FOUND",
        "POST, /report, 405 METHOD_NOT_ALLOWED",
        "PUT, /accounts/secret, 405 METHOD_NOT_ALLOWED",
        "DELETE, /accounts/secret, 405 METHOD_NOT_ALLOWED",
        "GET, /policy/dry-run, 405 METHOD_NOT_ALLOWED",
        "GET, /accounts/secret/methods/secret/reveal, 405 METHOD_NOT_ALLOWED",
        "GET, /questions?locale=x_secret, 400 INVALID_PARAMETER",
        "GET, /accounts/secret//eligibility, 400 BAD_REQUEST",
    })
    void aProblemIsToldWithoutWhatWasAsked(String method, String path, String outcome) {
        var response = administrator.send(method, "/v1/tenants/" + tenant + path, BodyPublishers.noBody(), Map.of());
        assertThat(outcome(response)).isEqualTo(outcome);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var problem = json(response);
        assertThat(problem.propertyNames()).containsExactly("type", "code", "title", "status", "detail", "faults");
        assertThat(problem.get("status").intValue()).isEqualTo(response.statusCode());
        assertThat(response.body()).doesNotContain("secret", tenant, "eligibility", "/v1");
    }

    @Test
    void whatIsAllowedIsSaid() {
        var response = administrator.post("/v1/tenants/" + tenant + "/report");
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void outsideOfTheTenantsThereIsNothing() {
        assertThat(outcome(SERVICE.asNobody().get("/nothing"))).isEqualTo("404 NOT_FOUND");
        assertThat(outcome(administrator.get("/v1/nothing"))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void theTypeOfAProblemIsItsCode() {
        assertThat(Arrays.stream(ProblemKind.values()).map(ProblemKind::type)).doesNotHaveDuplicates();
        assertThat(ProblemKind.UNKNOWN_ACCOUNT.type()).isEqualTo("urn:latchkey:problem:unknown-account");
    }

    @Test
    void questionsComeInTheNearestLanguage() {
        var path = "/v1/tenants/" + tenant + "/questions";
        assertThat(json(administrator.get(path))
                        .get("questions")
                        .get(1)
                        .get("text")
                        .stringValue())
                .isEqualTo("Where was your favourite hiding place as a child?");
        var german = json(administrator.get(path + "?locale=de-CH"));
        assertThat(german.get("toRegister").intValue()).isEqualTo(5);
        assertThat(german.get("questions").get(1).get("questionId").stringValue())
                .isEqualTo("hiding-place");
        assertThat(german.get("questions").get(1).get("text").stringValue())
                .isEqualTo("Wo war als Kind Ihr liebstes Versteck?");
    }
}
