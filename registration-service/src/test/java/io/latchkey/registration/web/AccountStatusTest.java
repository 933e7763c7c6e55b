package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.account;
import static io.latchkey.registration.web.Caller.json;
import static io.latchkey.registration.web.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountStatusTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;

    private final String tenant = WebFixture.newTenant();
    private final Caller portal = SERVICE.as(SERVICE.tokens().with(tenant, Scope.STATUS));

    @Test
    void saysWhereAnAccountStandsAndShowsNoMoreThanMasks() {
        SERVICE.provision(tenant, "u", People.completed());
        var response = portal.get(account(tenant, "u"));
        var status = json(response);
        assertThat(status.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(status.get("reason").stringValue()).isEqualTo("ELIGIBLE");
        assertThat(status.get("revision").longValue()).isEqualTo(1);
        assertThat(status.get("dueAt").stringValue()).isEqualTo("2026-06-30T09:00:00Z");
        assertThat(status.get("overdue").booleanValue()).isTrue();
        assertThat(status.get("methods").get(0).get("mask").stringValue()).isEqualTo("•••• •••• 78");
        assertThat(status.get("methods").get(0).get("state").stringValue()).isEqualTo("PROVEN");
        assertThat(status.get("methods").get(1).get("mask").stringValue()).isEqualTo("a•••••@•••••");
        assertThat(status.get("methods").get(1).get("state").stringValue()).isEqualTo("UNPROVEN");
        assertThat(response.body()).doesNotContain(People.PHONE, People.EMAIL, "Ada", "lovelace", "object-1");
    }

    @Test
    void judgesByThePolicyInForceAndNotByTheOneBefore() {
        SERVICE.provision(tenant, "u", People.completed());
        var methods = new MethodRules(Set.of(MethodKind.EMAIL), 1, 1, false, null);
        var rest = Policy.DEFAULT;
        SERVICE.policies()
                .define(
                        tenant,
                        new Policy(
                                rest.scope(),
                                methods,
                                rest.questions(),
                                rest.reconfirmation(),
                                rest.codes(),
                                rest.help()));
        var status = json(portal.get(account(tenant, "u")));
        assertThat(status.get("policyVersion").longValue()).isEqualTo(7);
        assertThat(status.get("reason").stringValue()).isEqualTo("NOT_REGISTERED");
        assertThat(status.get("state").stringValue()).isEqualTo("IN_PROGRESS");
        assertThat(status.get("methods").get(0).get("counts").booleanValue()).isFalse();
    }

    @Test
    void whatWasEverBoundIsForAdministrators() {
        SERVICE.provision(tenant, "u", People.withAPhone());
        assertThat(json(portal.get(account(tenant, "u"))).get("register").isNull())
                .isTrue();
        var administrator = SERVICE.as(SERVICE.tokens().with(tenant, Scope.STATUS, Scope.REPORT));
        var register = json(administrator.get(account(tenant, "u"))).get("register");
        assertThat(register.get(0).get("boundAt").stringValue()).isEqualTo("2026-01-01T09:00:00Z");
        assertThat(register.get(0).get("unboundAt").isNull()).isTrue();
    }

    @Test
    @Tag("SPEC-2.5i")
    void answersAreAMethodWithoutAMask() {
        SERVICE.provision(tenant, "u", People.withAnswers());
        var methods = json(portal.get(account(tenant, "u"))).get("methods");
        assertThat(methods.valueStream()
                        .filter(method -> method.get("mask").isNull())
                        .map(method -> method.get("kind").stringValue()))
                .containsExactly("SECURITY_QUESTIONS");
    }

    @Test
    @Tag("SPEC-2.4b")
    void whatWasPutDownIsSeenMasked() {
        SERVICE.provision(tenant, "u", People.prepopulated());
        var response = SERVICE.as(SERVICE.tokens().person(tenant, "u")).get(account(tenant, "u"));

        var email = json(response).get("methods").get(1);
        assertThat(email.get("state").stringValue()).isEqualTo("PREPOPULATED");
        assertThat(email.get("mask").stringValue()).isEqualTo("a•••••@•••••");
        assertThat(email.get("counts").booleanValue()).isFalse();
        assertThat(response.body()).doesNotContain(People.EMAIL, "example");
    }

    @Test
    void whoIsUnknownOrErasedIsNotFound() {
        SERVICE.provision(tenant, "erased", People.withAPhone());
        SERVICE.erase(tenant, "erased");
        for (var user : List.of("unknown", "erased")) {
            assertThat(outcome(portal.get(account(tenant, user)))).isEqualTo("404 UNKNOWN_ACCOUNT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%b", "a;b=c", "ä€😀", "a+b", "a?b#c", "a.b", "a&b", "a=b", "a:b@c", "~"})
    void everyIdThatAPathCanHoldIsFound(String user) {
        SERVICE.provision(tenant, user, People.withNothing());
        assertThat(outcome(portal.get(account(tenant, user)))).isEqualTo("200");
        assertThat(outcome(portal.get(account(tenant, user + "x")))).isEqualTo("404 UNKNOWN_ACCOUNT");
    }

    @Test
    void anIdThatNoAccountCanHaveIsRefused() {
        assertThat(outcome(portal.get(account(tenant, "x".repeat(129))))).isEqualTo("400 INVALID_PARAMETER");
    }
}
