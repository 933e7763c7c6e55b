package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.administrator;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.office;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.OFFICE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts with an administrator role always need two methods and may not use questions. */
class AdministratorsTest {

    @ParameterizedTest
    @CsvSource({
        "1, MOBILE_PHONE EMAIL, 2",
        "2, MOBILE_PHONE EMAIL, 2",
        "3, MOBILE_PHONE EMAIL OFFICE_PHONE, 3",
        "3, MOBILE_PHONE EMAIL SECURITY_QUESTIONS, 2",
        "4, MOBILE_PHONE EMAIL OFFICE_PHONE SECURITY_QUESTIONS, 3",
        "1, EMAIL, 2",
        "2, EMAIL SECURITY_QUESTIONS, 2",
    })
    @Tag("SPEC-1.5a")
    void needTwoAndBeyondThatNoMoreThanThereAreForThem(int byPolicy, String offered, int needed) {
        var kinds =
                List.of(offered.split(" ")).stream().map(MethodKind::valueOf).toArray(MethodKind[]::new);
        var policy = PolicySamples.offering(kinds).requiring(byPolicy).policy();
        assertThat(new Counting(of(account()), policy).toRegister()).isEqualTo(needed);
        assertThat(new Counting(account(), policy).toRegister()).isEqualTo(byPolicy);
    }

    @Test
    @Tag("SPEC-1.5a")
    @Tag("SPEC-1.5b")
    void areToldWhatIsMissingWithoutQuestions() {
        assertThat(under(all(), of(proven(OLD_PHONE))).standing().missing())
                .containsExactly(new Requirement(Requirement.Kind.METHOD, 1, List.of(EMAIL, OFFICE_PHONE)));
    }

    @Test
    void cannotRegisterWhereOnlyOneKindIsForThem() {
        var policy = PolicySamples.offering(EMAIL, SECURITY_QUESTIONS).policy();
        assertThat(under(policy, of(proven(OLD_EMAIL))).standing().missing())
                .containsExactly(new Requirement(Requirement.Kind.METHOD, 1, List.of()));
    }

    @Test
    void oneNumberIsOneMethodEvenIfItIsTheOfficesToo() {
        var mobile = new Method(id(5), MOBILE_PHONE, Channel.VOICE, new PhoneNumber("+4930123456"), NEW_YEAR);
        var same = new Method(id(6), OFFICE_PHONE, Channel.VOICE, new PhoneNumber("+4930123456"), NEW_YEAR);
        var state = under(all(), of(proven(mobile, same)));
        assertThat(state.standing().counting()).containsExactly(MOBILE_PHONE);
        assertThat(state.standing().registered()).isFalse();
        assertThat(state.everybody()).hasSize(1);
        assertThat(under(all(), of(proven(mobile, office(id(6), NEW_YEAR))))
                        .standing()
                        .registered())
                .isTrue();
    }

    @Test
    @Tag("SPEC-1.5b")
    void whoBecomesOneKeepsTheAnswersAndGetsThemBackWithTheRole() {
        var answered = proven(OLD_PHONE).methods().with(questions(id(8), 3, NEW_YEAR));
        var person = under(all(), proven(OLD_PHONE).with(answered));
        assertThat(person.standing().counting()).containsExactlyInAnyOrder(MOBILE_PHONE, SECURITY_QUESTIONS);

        var promoted = under(all(), of(person));
        assertThat(promoted.standing().counting()).containsExactly(MOBILE_PHONE);
        assertThat(promoted.standing().reason()).isEqualTo(EligibilityReason.TOO_FEW_METHODS);
        assertThat(promoted.methods()).isEqualTo(person.methods());

        assertThat(under(all(), promoted.with(person.account())).standing()).isEqualTo(person.standing());
    }

    @Test
    @Tag("SPEC-1.5a")
    void theRoleIsJudgedWithTheAccountThatBringsIt() {
        var promoted = requireNonNull(
                decide(proven(OLD_PHONE), provision(administrator()), MARCH).next());
        assertThat(promoted.standing().capable()).isFalse();
        var back = requireNonNull(
                decide(promoted, provision(entry("object-1", true)), MARCH).next());
        assertThat(back.standing().capable()).isTrue();
    }

    private static Registration of(Registration state) {
        return state.with(account(1, administrator()));
    }

    private static Policy all() {
        return PolicySamples.offeringAll().policy();
    }
}
