package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.contact;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.exhausted;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.method.MethodOutcome.AdministratorContacted;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Can this account reset its own password, and if not, why: one page and one reason. */
class EligibilityTest {

    /** What an account may have; the policy asks for as many as {@code needs}. */
    enum Registered {
        NOTHING,
        QUESTIONS,
        PHONE,
        PHONE_AND_QUESTIONS,
        PHONE_AND_EMAIL
    }

    @ParameterizedTest
    @CsvSource({
        // who manages the password, enabled, policy,     groups, role,          registered,          needs, page,
        //     reason
        "CLOUD,                          true,  ALL,      staff,  person,        PHONE,               1, NONE,                  ELIGIBLE",
        "ON_PREMISES_WITH_WRITEBACK,     true,  ALL,      staff,  person,        PHONE,               1, NONE,                  ELIGIBLE",
        "ON_PREMISES_WITHOUT_WRITEBACK,  true,  ALL,      staff,  person,        PHONE,               1, CONTACT_ADMINISTRATOR, PASSWORD_ON_PREMISES",
        "FEDERATED,                      true,  ALL,      staff,  person,        PHONE,               1, CONTACT_ADMINISTRATOR, PASSWORD_FEDERATED",
        "FEDERATED,                      false, NONE,     staff,  person,        NOTHING,             1, CONTACT_ADMINISTRATOR, PASSWORD_FEDERATED",
        "ON_PREMISES_WITHOUT_WRITEBACK,  false, SELECTED, guests, administrator, NOTHING,             2, CONTACT_ADMINISTRATOR, PASSWORD_ON_PREMISES",
        "CLOUD,                          false, ALL,      staff,  person,        PHONE,               1, NOT_ENABLED,           ACCOUNT_DISABLED",
        "CLOUD,                          false, NONE,     staff,  person,        NOTHING,             1, NOT_ENABLED,           ACCOUNT_DISABLED",
        "CLOUD,                          true,  NONE,     staff,  person,        PHONE,               1, NOT_ENABLED,           POLICY_NONE",
        "CLOUD,                          true,  NONE,     staff,  administrator, PHONE_AND_EMAIL,     1, NOT_ENABLED,           POLICY_NONE",
        "CLOUD,                          true,  SELECTED, staff,  person,        PHONE,               1, NONE,                  ELIGIBLE",
        "CLOUD,                          true,  SELECTED, guests, person,        PHONE,               1, NOT_ENABLED,           NOT_IN_SELECTED_GROUP",
        "CLOUD,                          true,  SELECTED, guests, person,        NOTHING,             1, NOT_ENABLED,           NOT_IN_SELECTED_GROUP",
        "ON_PREMISES_WITH_WRITEBACK,     true,  SELECTED, guests, person,        PHONE,               1, NOT_ENABLED,           NOT_IN_SELECTED_GROUP",
        "CLOUD,                          true,  SELECTED, staff,  person,        NOTHING,             1, COULD_NOT_VERIFY,      NOT_REGISTERED",
        "CLOUD,                          true,  ALL,      staff,  person,        NOTHING,             1, COULD_NOT_VERIFY,      NOT_REGISTERED",
        "CLOUD,                          true,  ALL,      staff,  person,        QUESTIONS,           1, COULD_NOT_VERIFY,      TOO_FEW_METHODS",
        "CLOUD,                          true,  ALL,      staff,  person,        PHONE,               2, COULD_NOT_VERIFY,      TOO_FEW_METHODS",
        "CLOUD,                          true,  ALL,      staff,  person,        PHONE_AND_QUESTIONS, 2, NONE,                  ELIGIBLE",
        "CLOUD,                          true,  ALL,      staff,  person,        PHONE_AND_EMAIL,     2, NONE,                  ELIGIBLE",
        "CLOUD,                          true,  ALL,      staff,  person,        PHONE_AND_EMAIL,     3, COULD_NOT_VERIFY,      TOO_FEW_METHODS",
        "CLOUD,                          true,  ALL,      staff,  administrator, PHONE,               1, COULD_NOT_VERIFY,      TOO_FEW_METHODS",
        "CLOUD,                          true,  ALL,      staff,  administrator, QUESTIONS,           1, COULD_NOT_VERIFY,      NOT_REGISTERED",
        "CLOUD,                          true,  ALL,      staff,  administrator, PHONE_AND_QUESTIONS, 1, COULD_NOT_VERIFY,      TOO_FEW_METHODS",
        "CLOUD,                          true,  ALL,      staff,  administrator, PHONE_AND_EMAIL,     1, NONE,                  ELIGIBLE",
        "CLOUD,                          true,  ALL,      staff,  administrator, PHONE_AND_EMAIL,     3, NONE,                  ELIGIBLE",
    })
    @Tag("SPEC-1.4.enablement.range")
    @Tag("SPEC-6.1a")
    @Tag("SPEC-6.1b")
    @Tag("SPEC-6.2a")
    @Tag("SPEC-6.2b")
    @Tag("SPEC-6.3a")
    @Tag("SPEC-6.3b")
    @Tag("SPEC-6.3c")
    @Tag("SPEC-6.4a")
    @Tag("SPEC-6.4b")
    void onePageAndOneReason(
            PasswordManagement management,
            boolean enabled,
            Enablement enablement,
            String group,
            String role,
            Registered registered,
            int needs,
            EligibilityPage page,
            EligibilityReason reason) {
        var entry = new DirectoryEntry("object-1", enabled, List.of(group), role.equals("administrator"));
        var standing = under(policy(enablement, needs), state(registered).with(account(1, entry, management)))
                .standing();

        assertThat(standing.reason()).isEqualTo(reason);
        assertThat(reason.page()).isEqualTo(page);
        assertThat(standing.capable()).isEqualTo(page == EligibilityPage.NONE);
        assertThat(standing.enabled())
                .isEqualTo(enabled && (enablement == Enablement.ALL || reaches(enablement, group)));
    }

    @ParameterizedTest
    @EnumSource(EligibilityReason.class)
    @Tag("SPEC-6.1a")
    void everyReasonButOneHasAPage(EligibilityReason reason) {
        assertThat(reason.page() == EligibilityPage.NONE).isEqualTo(reason == EligibilityReason.ELIGIBLE);
    }

    /** A lock ends by itself, so that no standing can hold it; whoever asks for help is told of it. */
    @Test
    void aLockLeavesTheStandingAndIsTheReasonOfWhoeverCouldResetOtherwise() {
        var rules = decider(policy(Enablement.ALL, 1));
        var until = MARCH.plus(Duration.ofHours(24));
        for (var registered : Registered.values()) {
            var state = under(policy(Enablement.ALL, 1), state(registered));
            var locked = requireNonNull(
                    rules.decide(state, exhausted(until), at(MARCH)).next());
            assertThat(locked.standing()).isEqualTo(state.standing());
            var expected = state.standing().capable()
                    ? EligibilityReason.LOCKED
                    : state.standing().reason();
            assertThat(rules.decide(locked, contact(), at(until.minusMillis(1))).outcomes())
                    .extracting(told -> ((AdministratorContacted) told).reason())
                    .containsExactly(expected);
        }
    }

    private static boolean reaches(Enablement enablement, String group) {
        return enablement == Enablement.SELECTED && group.equals("staff");
    }

    private static Policy policy(Enablement enablement, int needs) {
        return PolicySamples.offering(MOBILE_PHONE, EMAIL, SECURITY_QUESTIONS)
                .requiring(needs)
                .helping()
                .with(new Scope(enablement, Set.of("board", "staff")))
                .policy();
    }

    private static Registration state(Registered registered) {
        return switch (registered) {
            case NOTHING -> account();
            case QUESTIONS -> answered(account());
            case PHONE -> proven(OLD_PHONE);
            case PHONE_AND_QUESTIONS -> answered(proven(OLD_PHONE));
            case PHONE_AND_EMAIL -> proven(OLD_PHONE, OLD_EMAIL);
        };
    }

    private static Registration answered(Registration state) {
        return state.with(state.methods().with(questions(id(8), 3, NEW_YEAR)));
    }

    @Test
    @Tag("SPEC-6.1b")
    void everyReasonOfAStandingStandsInTheTable() throws NoSuchMethodException {
        var rows = Arrays.stream(EligibilityTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(CsvSource.class).value()))
                .toList();
        var notOfAStanding = Set.of(EligibilityReason.LOCKED, EligibilityReason.METHODS_OUT_OF_REACH);
        assertThat(EligibilityReason.values())
                .filteredOn(reason -> !notOfAStanding.contains(reason))
                .allMatch(reason -> rows.stream().anyMatch(row -> row.endsWith(reason.name())));
    }
}
