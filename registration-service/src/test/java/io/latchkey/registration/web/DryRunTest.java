package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.json;
import static io.latchkey.registration.web.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.method.Registration;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DryRunTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;
    private static final String ONLY_EMAIL = "{\"methodsOffered\": [\"EMAIL\"]}";

    private final String tenant = WebFixture.newTenant();
    private final String dryRun = "/v1/tenants/" + tenant + "/policy/dry-run";
    private final Caller administrator = SERVICE.as(SERVICE.tokens().with(tenant, Scope.DRY_RUN));

    @Test
    @Tag("SPEC-1.6c")
    void countsAndNamesWhoWouldBecomeUnable() {
        SERVICE.provision(tenant, "has-a-phone", People.withAPhone());
        SERVICE.provision(tenant, "has-nothing", People.withNothing());
        SERVICE.provision(tenant, "is-disabled", People.disabled());
        assertThat(administrator.post(dryRun, ONLY_EMAIL).body())
                .isEqualTo("{\"policyVersion\":0,\"counts\":{\"accounts\":3,\"unable\":1,\"able\":0},"
                        + "\"accounts\":[{\"userId\":\"has-a-phone\",\"change\":\"UNABLE\","
                        + "\"reason\":\"NOT_REGISTERED\",\"missing\":[{\"kind\":\"METHOD\",\"count\":1,"
                        + "\"kinds\":[\"EMAIL\"]},{\"kind\":\"PROOF\",\"count\":1,\"kinds\":[]}]}],"
                        + "\"next\":null}");
    }

    @Test
    void comparesWithThePolicyInForce() {
        SERVICE.policies()
                .define(tenant, PolicyReading.read(ONLY_EMAIL.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        SERVICE.provision(tenant, "has-a-phone", People.withAPhone());
        var answer = json(administrator.post(dryRun, "{}"));
        assertThat(answer.get("policyVersion").longValue()).isEqualTo(7);
        assertThat(answer.get("counts").get("able").longValue()).isEqualTo(1);
        assertThat(answer.get("accounts").get(0).get("change").stringValue()).isEqualTo("ABLE");
    }

    @Test
    @Tag("SPEC-1.6c")
    void readsAPageAndItsKeysAndWritesNothing() {
        SERVICE.provision(tenant, "has-a-phone", People.withAPhone());
        assertThat(SERVICE.commands().during(() -> administrator.post(dryRun, ONLY_EMAIL)))
                .containsExactly("find", "find");
    }

    /** Which only whoever opens what is sealed can know. */
    @Test
    void onePhoneOfTwoKindsCountsOnce() {
        SERVICE.policies().define(tenant, People.TWO_OF_THREE);
        SERVICE.provision(tenant, "has-two-phones", People.withAnOfficePhone("+4930123456"));
        SERVICE.provision(tenant, "has-one-phone", People.withAnOfficePhone(People.PHONE));
        assertThat(names(json(administrator.post(dryRun, ONLY_EMAIL)))).containsExactly("has-two-phones");
    }

    @Test
    void pagesNameEachAccountOnceAndCountOnlyTheFirstTime() {
        var users = new TreeMap<String, Registration>();
        IntStream.range(0, 1203)
                .forEach(i -> users.put(user(i), i % 2 == 0 ? People.withAPhone() : People.withNothing()));
        SERVICE.provision(tenant, users);
        var met = new ArrayList<String>();
        String after = "";
        do {
            var answer = json(administrator.post(dryRun + "?limit=250&after=" + after, ONLY_EMAIL));
            assertThat(answer.get("counts").isNull()).isEqualTo(!after.isEmpty());
            names(answer).forEach(met::add);
            after = answer.get("next").stringValue(null);
        } while (after != null);
        assertThat(met)
                .containsExactlyElementsOf(IntStream.range(0, 1203)
                        .filter(i -> i % 2 == 0)
                        .mapToObj(DryRunTest::user)
                        .toList());
    }

    @Test
    void listsOneChangeOnlyAndStillCountsBoth() {
        SERVICE.provision(tenant, "has-a-phone", People.withAPhone());
        var answer = json(administrator.post(dryRun + "?change=able", ONLY_EMAIL));
        assertThat(answer.get("counts").get("unable").longValue()).isEqualTo(1);
        assertThat(answer.get("accounts").size()).isZero();
        assertThat(names(json(administrator.post(dryRun + "?change=unable", ONLY_EMAIL))))
                .containsExactly("has-a-phone");
        assertThat(outcome(administrator.post(dryRun + "?change=both", ONLY_EMAIL)))
                .isEqualTo("400 INVALID_PARAMETER");
    }

    @Test
    void everyFaultOfThePolicyIsNamedAndNoValueRepeated() {
        var response = administrator.post(dryRun, """
                {"methodsOffered": ["EMAIL", "PIGEON"], "methodsRequiredToReset": 3, "codeLength": "seven",
                 "reconfirmAfterDays": 1.5, "helpdesk": "javascript:alert", "allowedCountries": ["XX"],
                 "customQuestions": [{"questionId": "custom-Secret", "text": "?"}], "secretField": 1}
                """);
        assertThat(outcome(response)).isEqualTo("422 INVALID_POLICY");
        assertThat(json(response)
                        .get("faults")
                        .valueStream()
                        .map(fault -> fault.get("field").stringValue()))
                .containsExactlyInAnyOrder(
                        "codeLength",
                        "reconfirmAfterDays",
                        "",
                        "methodsOffered[1]",
                        "methodsRequiredToReset",
                        "allowedCountries[0]",
                        "helpdesk",
                        "customQuestions[0].questionId",
                        "customQuestions[0].text");
        assertThat(response.body()).doesNotContain("PIGEON", "seven", "javascript", "XX", "Secret", "secretField");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"codeLength\": 6, \"codeLength\": 7}", "{} {}", "\u0000"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThat(outcome(administrator.post(dryRun, body))).isEqualTo("400 MALFORMED_BODY");
    }

    @Test
    void aBodyHasAtMost64KiB() {
        var longest = "{}" + " ".repeat(65_534);
        assertThat(outcome(administrator.post(dryRun, longest))).isEqualTo("200");
        assertThat(outcome(administrator.post(dryRun, longest + " "))).isEqualTo("413 BODY_TOO_LARGE");
        var endless = BodyPublishers.ofByteArrays(List.of(new byte[60_000], new byte[60_000]));
        assertThat(outcome(administrator.send("POST", dryRun, endless, Map.of("Content-Type", "application/json"))))
                .isEqualTo("413 BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void onlyJsonIsRead(String type) {
        assertThat(outcome(administrator.send(
                        "POST", dryRun, BodyPublishers.ofString("{}"), Map.of("Content-Type", type))))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(outcome(administrator.post(dryRun))).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
    }

    private static String user(int i) {
        return "u-%05d".formatted(i);
    }

    private static List<String> names(JsonNode answer) {
        return StreamSupport.stream(answer.get("accounts").spliterator(), false)
                .map(account -> account.get("userId").stringValue())
                .toList();
    }
}
