package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.RejectionReason.HELPDESK_INSTEAD;
import static io.latchkey.registration.method.RejectionReason.NO_ADMINISTRATOR;
import static io.latchkey.registration.method.RejectionReason.RATE_LIMITED;
import static io.latchkey.registration.method.Samples.ACCOUNT;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.contact;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.exhausted;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.method.MethodOutcome.AdministratorContacted;
import io.latchkey.registration.method.MethodOutcome.Hint;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each page offers to write to the tenant's administrators. */
class ContactTest {

    private static final PolicySamples WITH_ADMINISTRATOR =
            PolicySamples.offering(MOBILE_PHONE, EMAIL).helping();
    private static final Policy POLICY = WITH_ADMINISTRATOR.policy();
    private static final RegistrationDecider RULES = decider(POLICY);
    private static final Registration STATE = under(POLICY, proven(OLD_PHONE));
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    @Tag("SPEC-6.6c")
    void tellsAdministratorsWhoAsksAndWhichCaseItIs() {
        assertThat(RULES.decide(STATE, contact(), at(MARCH)))
                .isEqualTo(Decision.of(
                        STATE.with(STATE.progress().contacted(MARCH)),
                        contacted(EligibilityReason.METHODS_OUT_OF_REACH)));
    }

    @Test
    @Tag("SPEC-6.6b")
    void tellsAllAdministratorsUpToAHundred() {
        var addresses = IntStream.range(0, 100)
                .mapToObj(i -> new EmailAddress("admin-" + i + "@contoso.com"))
                .toList();
        var rules = decider(WITH_ADMINISTRATOR.with(new Help(null, addresses)).policy());
        assertThat(rules.decide(STATE, contact(), at(MARCH)).outcomes())
                .extracting(o -> ((AdministratorContacted) o).administrators())
                .containsExactly(addresses);
    }

    @Test
    @Tag("SPEC-6.6a")
    @Tag("SPEC-6.6c")
    void saysTheCaseOfEachPage() {
        assertThat(reason(account())).isEqualTo(EligibilityReason.NOT_REGISTERED);
        assertThat(reason(STATE.with(account(1, entry("object-1", true), PasswordManagement.FEDERATED))))
                .isEqualTo(EligibilityReason.PASSWORD_FEDERATED);
        assertThat(reason(STATE)).isEqualTo(EligibilityReason.METHODS_OUT_OF_REACH);
    }

    @Test
    @Tag("SPEC-6.6a")
    void peopleOfDisabledAccountsMayAskToo() {
        assertThat(reason(disabled(STATE))).isEqualTo(EligibilityReason.ACCOUNT_DISABLED);
    }

    @Test
    void aLockIsTheCaseAsLongAsItLasts() {
        var until = MARCH.plus(DAY);
        var locked =
                requireNonNull(RULES.decide(STATE, exhausted(until), at(MARCH)).next());
        assertThat(reason(locked, until.minusMillis(1))).isEqualTo(EligibilityReason.LOCKED);
        assertThat(reason(locked, until)).isEqualTo(EligibilityReason.METHODS_OUT_OF_REACH);
    }

    @Test
    void judgesTheCaseByThePolicyInForce() {
        var two = decider(WITH_ADMINISTRATOR.requiring(2).policy()).decide(STATE, contact(), at(MARCH));
        assertThat(two.outcomes()).containsExactly(contacted(EligibilityReason.TOO_FEW_METHODS));
        assertThat(requireNonNull(two.next()).standing().capable()).isFalse();
    }

    @Test
    void anAccountWithoutANameMayAsk() {
        var nameless = new Account(
                1, ACCOUNT.directory(), ACCOUNT.passwordManagement(), new Person(null, null), ACCOUNT.place());
        assertThat(RULES.decide(STATE.with(nameless), contact(), at(MARCH)).outcomes())
                .extracting(o -> ((AdministratorContacted) o).displayName())
                .containsOnlyNulls();
    }

    @Test
    @Tag("SPEC-6.6d")
    void threeTimesInTwentyFourHoursAndThenAgainAsTheyPass() {
        var hour = Duration.ofHours(1);
        var state = STATE;
        for (int i = 0; i < 3; i++) {
            state = requireNonNull(RULES.decide(state, contact(), at(MARCH.plus(hour.multipliedBy(i))))
                    .next());
        }
        var tooOften =
                Decision.retriable(state, (MethodOutcome) because(RATE_LIMITED, new Hint.RetryAt(MARCH.plus(DAY))));
        assertThat(RULES.decide(state, contact(), at(MARCH.plus(hour.multipliedBy(3)))))
                .isEqualTo(tooOften);
        assertThat(RULES.decide(state, contact(), at(MARCH.plus(DAY).minusMillis(1))))
                .isEqualTo(tooOften);

        var fourth = RULES.decide(state, contact(), at(MARCH.plus(DAY)));
        assertThat(fourth.outcomes()).hasOnlyElementsOfType(AdministratorContacted.class);
        assertThat(RULES.decide(fourth.next(), contact(), at(MARCH.plus(DAY))).outcomes())
                .containsExactly(
                        because(RATE_LIMITED, new Hint.RetryAt(MARCH.plus(hour).plus(DAY))));
    }

    @Test
    @Tag("SPEC-6.6e")
    @Tag("SPEC-1.4.helpdesk.effect")
    void theHelpdeskTakesTheirPlace() {
        var help = new Help("https://help.contoso.com", List.of(PolicySamples.ADMINISTRATOR));
        assertThat(decider(WITH_ADMINISTRATOR.with(help).policy()).decide(STATE, contact(), at(MARCH)))
                .isEqualTo(
                        Decision.of(STATE, because(HELPDESK_INSTEAD, new Hint.Helpdesk("https://help.contoso.com"))));
    }

    @Test
    void withoutAdministratorsThereIsNobodyToWriteTo() {
        assertThat(decide(account(), contact(), MARCH)).isEqualTo(Decision.of(account(), because(NO_ADMINISTRATOR)));
    }

    private static EligibilityReason reason(Registration state) {
        return reason(state, MARCH);
    }

    private static EligibilityReason reason(Registration state, Instant now) {
        return ((AdministratorContacted)
                        RULES.decide(state, contact(), at(now)).outcomes().getFirst())
                .reason();
    }

    private static AdministratorContacted contacted(EligibilityReason reason) {
        return new AdministratorContacted(
                reason, ACCOUNT.person().displayName(), "de-DE", List.of(PolicySamples.ADMINISTRATOR));
    }
}
