package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.EMAIL;
import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.answer;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.exhausted;
import static io.latchkey.registration.method.Samples.place;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.remove;
import static io.latchkey.registration.method.Samples.requireAnew;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.waitingFor;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodOutcome.AccountProvisioned;
import io.latchkey.registration.method.MethodOutcome.MethodRemoved;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a changed directory entry changes: where the account stands at once, its methods never. */
class ProvisioningChangeTest {

    private static final Registration STATE = proven(OLD_PHONE, OLD_EMAIL);

    @Test
    @Tag("SPEC-1.2a")
    @Tag("SPEC-6.3b")
    void whoLeavesTheSelectedGroupsIsNoLongerEnabled() {
        var staffOnly = decider(Samples.scoped(new Scope(Enablement.SELECTED, Set.of("staff"))));
        var left = requireNonNull(
                staffOnly.decide(STATE, provision(groups("guests")), at(MARCH)).next());
        assertThat(left.standing().enabled()).isFalse();
        assertThat(left.standing().reason()).isEqualTo(EligibilityReason.NOT_IN_SELECTED_GROUP);
        assertThat(left.methods()).isEqualTo(STATE.methods());

        var back = requireNonNull(staffOnly
                .decide(left, provision(groups("guests", "staff")), at(MARCH))
                .next());
        assertThat(back.standing().capable()).isTrue();
    }

    @Test
    @Tag("SPEC-1.2a")
    @Tag("SPEC-6.2b")
    void aPasswordThatMovesElsewhereIsResetElsewhere() {
        var federated = next(STATE, of(PasswordManagement.FEDERATED, place()));
        assertThat(federated.standing().reason()).isEqualTo(EligibilityReason.PASSWORD_FEDERATED);
        assertThat(federated.standing().registered()).isTrue();
        assertThat(next(federated, provision()).standing()).isEqualTo(STATE.standing());
    }

    @Test
    @Tag("SPEC-4.1g")
    void theDueDateStandsInAnotherTimeZoneAndIsToldInItsWakingHours() {
        var shanghai = new Place("CN", "zh-CN", "Asia/Shanghai");
        var moved = next(STATE, of(PasswordManagement.CLOUD, shanghai));
        assertThat(moved.due()).isEqualTo(STATE.due());

        var evening = Instant.parse("2026-12-01T15:00:00Z");
        assertThat(decide(STATE, tick(evening), evening).outcomes()).hasSize(1);
        var night = decide(moved, tick(evening), evening);
        assertThat(night.outcomes()).isEmpty();
        var morning = requireNonNull(requireNonNull(night.next()).tickAt());
        assertThat(morning).isBetween("2026-12-02T01:00:00Z", "2026-12-02T03:00:00Z");
        assertThat(decide(night.next(), tick(morning), morning).outcomes()).hasOnlyElementsOfType(ReconfirmDue.class);
    }

    @Test
    void whoeverIsToldIsToldInThePresentLanguage() {
        var moved = next(STATE, of(PasswordManagement.CLOUD, new Place("CN", "zh-CN", "Asia/Shanghai")));
        assertThat(((MethodRemoved) decide(moved, remove(OLD_PHONE), MARCH)
                                .outcomes()
                                .getFirst())
                        .told())
                .extracting(Recipient::locale)
                .containsOnly("zh-CN");
    }

    @Test
    @Tag("SPEC-1.1b")
    void anAddressThatBecomesTheOneToSignInWithNoLongerCounts() {
        var command = new ProvisionAccount(
                KEY,
                entry("object-1", true),
                PasswordManagement.CLOUD,
                new Opened.Readable("Ada@Example.ORG"),
                null,
                place());
        var state = next(STATE, command);
        assertThat(state.methods()).isEqualTo(STATE.methods());
        assertThat(state.standing().counting()).containsExactly(MOBILE_PHONE);
        assertThat(EMAIL).isEqualToIgnoringCase("Ada@Example.ORG");
        assertThat(next(state, provision()).standing()).isEqualTo(STATE.standing());
    }

    @Test
    @Tag("SPEC-1.2a")
    void aDisabledAccountKeepsEverythingAndIsNotReminded() {
        var state = announced(OLD_PHONE);
        var disabled = next(state, provision(entry("object-1", false)));
        assertThat(disabled.methods()).isEqualTo(state.methods());
        assertThat(disabled.due()).isEqualTo(state.due());
        assertThat(disabled.tickAt()).isNull();
        assertThat(disabled.standing().reason()).isEqualTo(EligibilityReason.ACCOUNT_DISABLED);
        assertThat(next(disabled, provision())).isEqualTo(state);
    }

    @Test
    @Tag("SPEC-1.1d")
    @Tag("SPEC-1.2f")
    void anotherPersonUnderTheSameIdStartsWithNothing() {
        var policy = PolicySamples.offeringAll().helping().policy();
        var rules = decider(policy);
        var state = waitingFor(announced(OLD_PHONE), WAITING_PHONE);
        for (var command :
                new MethodCommand[] {answer(3), Samples.complete(), Samples.contact(), exhausted(DUE), requireAnew()}) {
            state = requireNonNull(rules.decide(state, command, at(MARCH)).next());
        }
        var decision = rules.decide(state, provision(entry("object-2", true)), at(MARCH));
        assertThat(decision.outcomes()).containsExactly(new AccountProvisioned(2, true));
        var other = requireNonNull(decision.next());
        assertThat(other.methods()).isEqualTo(Methods.NONE);
        assertThat(other.due()).isNull();
        assertThat(other.progress()).isEqualTo(Progress.NONE);
        assertThat(other.register()).isEqualTo(Register.EMPTY);
        assertThat(other.standing().reason()).isEqualTo(EligibilityReason.NOT_REGISTERED);
        assertThat(other.account().generation()).isEqualTo(2);
        assertThat(rules.decide(other, provision(), at(MARCH)).outcomes())
                .containsExactly(new AccountProvisioned(3, true));
    }

    @Test
    void aLaterLockOutlastsAnEarlierOne() {
        var later = MARCH.plus(Duration.ofHours(24));
        var locked = next(STATE, exhausted(later));
        assertThat(locked.progress().lockedUntil()).isEqualTo(later);
        assertThat(next(locked, exhausted(later.minusSeconds(1)))).isEqualTo(locked);
        assertThat(decide(locked, exhausted(null), MARCH)).isEqualTo(Decision.of(locked));
        assertThat(next(locked, provision()).progress()).isEqualTo(locked.progress());
    }

    private static DirectoryEntry groups(String... groups) {
        return new DirectoryEntry("object-1", true, List.of(groups), false);
    }

    private static ProvisionAccount of(PasswordManagement management, Place place) {
        return new ProvisionAccount(
                KEY,
                entry("object-1", true),
                management,
                new Opened.Readable(Samples.SIGN_IN),
                new Opened.Readable("Ada Lovelace"),
                place);
    }

    private static Registration next(Registration state, MethodCommand command) {
        return requireNonNull(decide(state, command, NEW_YEAR).next());
    }
}
