package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.encoded;
import static io.latchkey.registration.web.Caller.json;
import static io.latchkey.registration.web.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;

    private final String tenant = WebFixture.newTenant();
    private final String report = "/v1/tenants/" + tenant + "/report";
    private final Caller administrator = SERVICE.as(SERVICE.tokens().with(tenant, Scope.REPORT));

    @Test
    @Tag("SPEC-6.7b")
    void saysOfEachAccountWhatItLacks() {
        SERVICE.provision(tenant, "a", People.withNothing());
        SERVICE.provision(tenant, "b", People.withAPhone());
        SERVICE.provision(tenant, "c", People.withAPhone());
        SERVICE.erase(tenant, "c");
        SERVICE.provision(tenant + "0", "of-a-neighbour", People.withAPhone());
        var page = json(administrator.get(report));
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("accounts").size()).isEqualTo(2);
        var nothing = page.get("accounts").get(0);
        assertThat(nothing.get("userId").stringValue()).isEqualTo("a");
        assertThat(nothing.get("registered").booleanValue()).isFalse();
        assertThat(nothing.get("missing").toString())
                .isEqualTo("[{\"kind\":\"METHOD\",\"count\":1,\"kinds\":[\"MOBILE_PHONE\",\"EMAIL\"]}]");
        assertThat(page.get("accounts").get(1).get("capable").booleanValue()).isTrue();
    }

    /** Of those that are there all the while each once, whoever comes and changes meanwhile. */
    @Test
    void pagesMeetEveryAccountOnceWhileOthersAreWritten() {
        SERVICE.provision(
                tenant,
                IntStream.range(0, 50)
                        .boxed()
                        .collect(Collectors.toMap("u-%03d"::formatted, _ -> People.withNothing())));
        var met = new ArrayList<String>();
        var after = "";
        for (int page = 0; after != null; page++) {
            var answer = json(administrator.get(report + "?limit=7&after=" + encoded(after)));
            answer.get("accounts").forEach(each -> met.add(each.get("userId").stringValue()));
            after = answer.get("next").stringValue(null);
            SERVICE.provision(tenant, "t-before-all-" + page, People.withNothing());
            SERVICE.provision(tenant, "u-%03d".formatted(page), People.withAPhone());
            SERVICE.provision(tenant, "u-%03d".formatted(49 - page), People.withAPhone());
        }
        assertThat(met)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj("u-%03d"::formatted).toList());
    }

    @Test
    @Tag("SPEC-6.7a")
    void countsTheTenantAlongAnIndex() {
        SERVICE.provision(tenant, "a", People.withNothing());
        SERVICE.provision(tenant, "b", People.withAPhone());
        SERVICE.provision(tenant, "c", People.disabled());
        SERVICE.provision(tenant, "d", People.withAPhone());
        SERVICE.erase(tenant, "d");
        assertThat(administrator.get(report + "/summary").body())
                .isEqualTo("{\"accounts\":3,\"registered\":2,\"enabled\":2,\"capable\":1,"
                        + "\"policyVersion\":0,\"judgedByAnother\":0}");
        SERVICE.policies().define(tenant, io.latchkey.registration.policy.Policy.DEFAULT);
        assertThat(json(administrator.get(report + "/summary"))
                        .get("judgedByAnother")
                        .longValue())
                .isEqualTo(3);
        assertThat(SERVICE.database().getCollection("registrations").listIndexes())
                .extracting(index -> String.valueOf(index.get("key")))
                .anyMatch(key -> key.contains("judgedBy"));
    }

    @Test
    void aTenantWithoutAccountsHasNoneToCount() {
        assertThat(json(administrator.get(report + "/summary")).get("accounts").longValue())
                .isZero();
        assertThat(json(administrator.get(report)).get("accounts").size()).isZero();
        assertThat(administrator.get(report, "text/csv").body()).isEqualTo(Csv.HEADER);
    }

    @Test
    @Tag("SPEC-6.7b")
    void isAFileWithALineForEachAccountAndNoFormula() {
        SERVICE.provision(tenant, "=1+1", People.withNothing());
        SERVICE.provision(tenant, "@a,\"b\"", People.withAPhone());
        SERVICE.provision(tenant, "plain", People.withAPhone());
        var file = administrator.get(report, "text/csv");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv;")
                .contains("charset=UTF-8", "header=present");
        assertThat(file.body())
                .isEqualTo(Csv.HEADER
                        + "\"'=1+1\",false,true,false,NOT_REGISTERED,METHOD 1 of MOBILE_PHONE or EMAIL,,,false,0\r\n"
                        + "\"'@a,\"\"b\"\"\",true,true,true,ELIGIBLE,,METHOD 1 of EMAIL,2026-06-30T09:00:00Z,false,0\r\n"
                        + "plain,true,true,true,ELIGIBLE,,METHOD 1 of EMAIL,2026-06-30T09:00:00Z,false,0\r\n");
    }

    @Test
    void aFileHasMoreThanAPageAndGoesOnWhereOneIsToldTo() {
        var users = new TreeMap<String, io.latchkey.registration.method.Registration>();
        IntStream.range(0, 2001).forEach(i -> users.put("u-%05d".formatted(i), People.withNothing()));
        SERVICE.provision(tenant, users);
        assertThat(lines("")).hasSize(2001).doesNotHaveDuplicates().isSorted();
        assertThat(lines("?after=u-01999")).hasSize(1);
    }

    private List<String> lines(String query) {
        return administrator
                .get(report + query, "text/csv")
                .body()
                .lines()
                .skip(1)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, limit",
        "?limit=1001, limit",
        "?limit=x, limit",
        "?limit=99999999999, limit",
        "?after=a%2Fb, after",
        "?after=%00, after"
    })
    void aWrongParameterIsNamedAndNotRepeated(String query, String parameter) {
        var response = administrator.get(report + query);
        assertThat(outcome(response)).isEqualTo("400 INVALID_PARAMETER");
        assertThat(json(response).get("faults").get(0).get("field").stringValue())
                .isEqualTo(parameter);
        assertThat(response.body()).doesNotContain("1001", "99999999999", "a/b");
    }

    @ParameterizedTest
    @CsvSource({"application/xml", "image/png"})
    void isToBeHadInNoOtherFormat(String format) {
        assertThat(outcome(administrator.get(report, format))).isEqualTo("406 NOT_ACCEPTABLE");
    }
}
