package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.answer;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.complete;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.confirmAll;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.registered;
import static io.latchkey.registration.method.Samples.requireAnew;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.method.Samples.waitingFor;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import io.latchkey.registration.method.MethodOutcome.ReregistrationRequired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything is kept, and nothing counts until it was proven again. */
class ReregistrationTest {

    private static final Instant LATER = MARCH.plus(Duration.ofDays(1));
    private static final Registration BOTH = proven(OLD_PHONE, OLD_EMAIL);
    private static final Registration ASKED = next(BOTH, requireAnew(), MARCH);
    private static final Method PHONE_AGAIN = phone(newId(LATER), PHONE, NEW_YEAR);

    @Test
    void namesWhatIsToBeProvenAgainAndTellsEverybody() {
        assertThat(decide(BOTH, requireAnew(), MARCH).outcomes())
                .containsExactly(new ReregistrationRequired(
                        List.of(OLD_PHONE.id(), OLD_EMAIL.id()), List.of(recipient(OLD_PHONE), recipient(OLD_EMAIL))));
    }

    @Test
    void keepsEverythingAndCountsNothing() {
        assertThat(ASKED.methods()).isEqualTo(BOTH.methods());
        assertThat(ASKED.due()).isEqualTo(BOTH.due());
        assertThat(ASKED.register()).isEqualTo(BOTH.register());
        assertThat(ASKED.standing().counting()).isEmpty();
        assertThat(ASKED.standing().reason()).isEqualTo(EligibilityReason.NOT_REGISTERED);
        assertThat(ASKED.standing().missing())
                .containsExactly(
                        new Requirement(Requirement.Kind.METHOD, 1, List.of(MOBILE_PHONE, EMAIL)),
                        Requirement.of(Requirement.Kind.PROOF_AGAIN, 2));
    }

    @Test
    void takesTheCompletionBack() {
        var completed = next(BOTH, complete(), MARCH);
        assertThat(completed.progress().completedAt()).isEqualTo(MARCH);
        assertThat(next(completed, requireAnew(), LATER).progress().completedAt())
                .isNull();
    }

    @Test
    void aWordIsNotEnoughForWhatIsToBeProvenAgain() {
        var decision = decide(ASKED, confirm(OLD_PHONE, OLD_EMAIL), LATER);
        assertThat(decision.outcomes().getFirst())
                .isEqualTo(new MethodConfirmed(List.of(), ASKED.dueAt(), List.of(newId(LATER), newId(LATER, 1))));
        assertThat(decision.outcomes()).hasSize(3).contains(registered(PHONE_AGAIN, LATER, null));
    }

    @Test
    void whatIsProvenAgainCountsAgainAndTellsNobody() {
        var waiting = next(ASKED, confirm(OLD_PHONE), LATER);
        var proof = decide(waiting, verified(PHONE_AGAIN), LATER);
        assertThat(proof.outcomes())
                .containsExactly(new MethodProven(PHONE_AGAIN, OLD_PHONE.id(), ASKED.dueAt(), List.of()));
        var state = requireNonNull(proof.next());
        assertThat(state.standing().counting()).containsExactly(MOBILE_PHONE);
        assertThat(state.standing().capable()).isTrue();
    }

    @Test
    void registeringTheSameAnewIsAsGood() {
        var waiting = next(ASKED, registerPhone(PHONE), LATER);
        var proof = next(waiting, verified(phone(newId(LATER), PHONE, LATER)), LATER);
        assertThat(proof.standing().counting()).containsExactly(MOBILE_PHONE);
    }

    @Test
    void oneOfTwoProvenAgainIsOneOfTwo() {
        var rules =
                decider(PolicySamples.offering(MOBILE_PHONE, EMAIL).requiring(2).policy());
        var asked = rules.decide(BOTH, requireAnew(), at(MARCH)).next();
        var waiting = rules.decide(asked, confirm(OLD_PHONE), at(LATER)).next();
        var one = requireNonNull(
                rules.decide(waiting, verified(PHONE_AGAIN), at(LATER)).next());
        assertThat(one.standing().reason()).isEqualTo(EligibilityReason.TOO_FEW_METHODS);
        assertThat(one.standing().missing())
                .containsExactly(
                        new Requirement(Requirement.Kind.METHOD, 1, List.of(EMAIL)),
                        Requirement.of(Requirement.Kind.PROOF_AGAIN, 1));
    }

    @Test
    void askedTwiceWhatWasProvenInBetweenIsToBeProvenOnceMore() {
        var waiting = next(ASKED, confirm(OLD_PHONE), LATER);
        var proof = next(waiting, verified(PHONE_AGAIN), LATER);
        var twice = next(proof, requireAnew(), LATER.plus(Duration.ofDays(1)));
        assertThat(twice.standing().counting()).isEmpty();
        assertThat(twice.standing().missing()).contains(Requirement.of(Requirement.Kind.PROOF_AGAIN, 2));
    }

    @Test
    void aCodeThatWasOnItsWayProvesAgain() {
        var asked = next(waitingFor(BOTH, WAITING_PHONE), requireAnew(), MARCH);
        assertThat(next(asked, verified(WAITING_PHONE), LATER).standing().counting())
                .containsExactly(MOBILE_PHONE);
    }

    @Test
    void answersAreGivenAnewForNoCodeProvesThem() {
        var policy = PolicySamples.offering(MOBILE_PHONE, SECURITY_QUESTIONS).policy();
        var rules = decider(policy);
        var answered = under(policy, BOTH.with(BOTH.methods().with(questions(id(8), 3, NEW_YEAR))));
        var asked = rules.decide(answered, requireAnew(), at(MARCH));
        assertThat(asked.outcomes())
                .extracting(o -> ((ReregistrationRequired) o).methodIds())
                .containsExactly(List.of(OLD_PHONE.id(), OLD_EMAIL.id(), id(8)));

        var word = requireNonNull(
                rules.decide(asked.next(), confirmAll(id(8)), at(LATER)).next());
        assertThat(word.standing().counting()).isEmpty();
        var anew = requireNonNull(rules.decide(word, answer(3), at(LATER)).next());
        assertThat(anew.standing().counting()).containsExactly(SECURITY_QUESTIONS);
    }

    @Test
    void anAccountWithNothingAndADisabledOneCanBeAskedToo() {
        assertThat(decide(account(), requireAnew(), MARCH).outcomes())
                .containsExactly(new ReregistrationRequired(List.of(), List.of()));
        assertThat(decide(disabled(proven(OLD_PHONE)), requireAnew(), MARCH).outcomes())
                .containsExactly(new ReregistrationRequired(List.of(OLD_PHONE.id()), List.of(recipient(OLD_PHONE))));
    }

    private static Registration next(Registration state, MethodCommand command, Instant now) {
        return requireNonNull(decide(state, command, now).next());
    }
}
