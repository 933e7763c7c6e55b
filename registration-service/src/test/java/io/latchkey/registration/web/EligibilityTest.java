package io.latchkey.registration.web;

import static io.latchkey.registration.web.Caller.account;
import static io.latchkey.registration.web.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody can find out by asking which accounts there are. */
class EligibilityTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;

    private final String tenant = WebFixture.newTenant();
    private final Caller portal = SERVICE.as(SERVICE.tokens().with(tenant, io.latchkey.registration.web.Scope.STATUS));

    @BeforeEach
    void provision() {
        SERVICE.provision(tenant, "with-nothing", People.withNothing());
        SERVICE.provision(tenant, "with-a-phone", People.withAPhone());
        SERVICE.provision(tenant, "erased", People.withAPhone());
        SERVICE.erase(tenant, "erased");
        SERVICE.provision("another-" + tenant, "of-another-tenant", People.withAPhone());
    }

    @Test
    void whoIsUnknownLooksExactlyLikeWhoHasNothing() {
        looksLikeNothing(Policy.DEFAULT, "NOT_REGISTERED");
    }

    @Test
    void alsoWhereThePolicyLetsNobodyReset() {
        looksLikeNothing(scoped(new Scope(Enablement.NONE, Set.of())), "POLICY_NONE");
    }

    @Test
    void alsoWhereThePolicyLetsSomeGroupsReset() {
        looksLikeNothing(scoped(new Scope(Enablement.SELECTED, Set.of("staff"))), "NOT_REGISTERED");
    }

    @Test
    void alsoWithAHelpdesk() {
        looksLikeNothing(helped(new Help("https://help.contoso.com/", List.of())), "NOT_REGISTERED");
    }

    @Test
    void theDatabaseIsAskedTheSameForEverybody() {
        portal.get(eligibility("with-a-phone"));
        for (var user : List.of("with-a-phone", "with-nothing", "erased", "of-another-tenant", "unknown")) {
            assertThat(SERVICE.commands().during(() -> portal.get(eligibility(user))))
                    .as(user)
                    .containsExactly("find", "find");
        }
    }

    @Test
    @Tag("SPEC-4.1j")
    @Tag("SPEC-4.1k")
    @Tag("SPEC-6.5")
    void whoCanResetIsToldThatOneMethodIsFew() {
        var answer = json(portal.get(eligibility("with-a-phone")));
        assertThat(answer.get("page").stringValue()).isEqualTo("NONE");
        assertThat(answer.get("reason").stringValue()).isEqualTo("ELIGIBLE");
        assertThat(answer.get("overdue").booleanValue()).isTrue();
        assertThat(answer.get("recommended").get(0).get("kinds").toString()).isEqualTo("[\"EMAIL\"]");
    }

    /** Which only whoever opens what is sealed can know. */
    @Test
    void onePhoneOfTwoKindsCountsOnce() {
        SERVICE.policies().define(tenant, People.TWO_OF_THREE);
        SERVICE.provision(tenant, "with-two-phones", People.withAnOfficePhone("+4930123456"));
        SERVICE.provision(tenant, "with-one-phone", People.withAnOfficePhone(People.PHONE));
        assertThat(json(portal.get(eligibility("with-two-phones")))
                        .get("reason")
                        .stringValue())
                .isEqualTo("ELIGIBLE");
        assertThat(json(portal.get(eligibility("with-one-phone"))).get("reason").stringValue())
                .isEqualTo("TOO_FEW_METHODS");
    }

    @Test
    @Tag("SPEC-6.1b")
    @Tag("SPEC-6.4c")
    void whoIsLockedIsToldUntilWhen() {
        var until = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);
        SERVICE.provision(tenant, "locked", People.locked(until));
        SERVICE.provision(tenant, "unlocked", People.locked(Instant.now().minusSeconds(1)));
        var locked = json(portal.get(eligibility("locked")));
        assertThat(locked.get("reason").stringValue()).isEqualTo("LOCKED");
        assertThat(locked.get("page").stringValue()).isEqualTo("COULD_NOT_VERIFY");
        assertThat(Instant.parse(locked.get("lockedUntil").stringValue())).isEqualTo(until);
        assertThat(json(portal.get(eligibility("unlocked"))).get("reason").stringValue())
                .isEqualTo("ELIGIBLE");
    }

    @Test
    @Tag("SPEC-6.3c")
    void whoIsDisabledIsNotEnabled() {
        SERVICE.provision(tenant, "disabled", People.disabled());
        var answer = json(portal.get(eligibility("disabled")));
        assertThat(answer.get("page").stringValue()).isEqualTo("NOT_ENABLED");
        assertThat(answer.get("reason").stringValue()).isEqualTo("ACCOUNT_DISABLED");
    }

    @Test
    @Tag("SPEC-6.6a")
    @Tag("SPEC-6.6e")
    @Tag("SPEC-1.4.helpdesk.effect")
    void administratorsMayBeWrittenToWhereTheyAreAndNoHelpdeskIs() {
        var administrators = List.of(new EmailAddress("admin@contoso.com"));
        assertThat(mayContact(new Help(null, administrators))).isTrue();
        assertThat(mayContact(new Help("help@contoso.com", administrators))).isFalse();
        assertThat(mayContact(new Help(null, List.of()))).isFalse();
    }

    private boolean mayContact(Help help) {
        SERVICE.policies().define(tenant, helped(help));
        return json(portal.get(eligibility("unknown")))
                .get("mayContactAdministrator")
                .booleanValue();
    }

    private void looksLikeNothing(Policy policy, String reason) {
        SERVICE.policies().define(tenant, policy);
        var known = portal.get(eligibility("with-nothing"));
        assertThat(json(known).get("reason").stringValue()).isEqualTo(reason);
        for (var user : List.of("erased", "of-another-tenant", "unknown", "x".repeat(128))) {
            assertThat(seen(portal.get(eligibility(user)))).as(user).isEqualTo(seen(known));
        }
    }

    /** All that comes over the wire, but for the date. */
    private static Map<String, Object> seen(HttpResponse<String> response) {
        var seen = new TreeMap<String, Object>(response.headers().map());
        seen.remove("date");
        seen.put("status", response.statusCode());
        seen.put("body", response.body());
        return seen;
    }

    private String eligibility(@Nullable String user) {
        return account(tenant, String.valueOf(user)) + "/eligibility";
    }

    private static Policy scoped(Scope scope) {
        var rest = Policy.DEFAULT;
        return new Policy(scope, rest.methods(), rest.questions(), rest.reconfirmation(), rest.codes(), rest.help());
    }

    private static Policy helped(Help help) {
        var rest = Policy.DEFAULT;
        return new Policy(rest.scope(), rest.methods(), rest.questions(), rest.reconfirmation(), rest.codes(), help);
    }
}
