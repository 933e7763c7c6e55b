package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;
import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.putDown;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.remove;
import static io.latchkey.registration.method.Samples.removeAsAdministrator;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.method.Samples.waitingFor;
import static io.latchkey.registration.method.Samples.with;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.RemoveMethod;
import io.latchkey.registration.method.MethodOutcome.MethodRemoved;
import io.latchkey.registration.policy.Reconfirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RemovalTest {

    private static final Registration BOTH = proven(OLD_PHONE, OLD_EMAIL);

    @Test
    @Tag("SPEC-2.3f")
    void tellsTheOthersAndTheRemoved() {
        assertThat(decide(BOTH, remove(OLD_PHONE), MARCH))
                .isEqualTo(Decision.of(
                        proven(OLD_EMAIL),
                        removed(OLD_PHONE, Origin.PERSON, true, DUE, recipient(OLD_PHONE), recipient(OLD_EMAIL))));
    }

    @Test
    @Tag("SPEC-2.3f")
    void anAdministratorRemovesLikeThePersonOfADisabledAccountToo() {
        assertThat(decide(disabled(BOTH), removeAsAdministrator(OLD_EMAIL), MARCH))
                .isEqualTo(Decision.of(
                        disabled(proven(OLD_PHONE)),
                        removed(
                                OLD_EMAIL,
                                Origin.ADMINISTRATOR,
                                true,
                                DUE,
                                recipient(OLD_PHONE),
                                recipient(OLD_EMAIL))));
    }

    @Test
    void tellsNobodyOfWhatNeverWasInForce() {
        assertThat(decide(waitingFor(BOTH, WAITING_PHONE), remove(WAITING_PHONE), MARCH))
                .isEqualTo(Decision.of(BOTH, removed(WAITING_PHONE, Origin.PERSON, false, DUE)));
        assertThat(decide(waitingFor(BOTH, putDown(WAITING_PHONE)), remove(WAITING_PHONE), MARCH))
                .isEqualTo(Decision.of(BOTH, removed(WAITING_PHONE, Origin.PERSON, false, DUE)));
    }

    @Test
    void theReplacementOfARemovedMethodGoesOnWaiting() {
        assertThat(decide(waitingFor(BOTH, WAITING_PHONE), remove(OLD_PHONE), MARCH)
                        .next())
                .isEqualTo(waitingFor(proven(OLD_EMAIL), WAITING_PHONE));
    }

    @Test
    void aRemovedDestinationIsNotProvenAnewByTheCodeThatIsOnItsWay() {
        var anew = phone(id(9), PHONE, MARCH);
        var decision = decide(waitingFor(BOTH, anew), remove(OLD_PHONE), MARCH);
        assertThat(decision)
                .isEqualTo(Decision.of(
                        proven(OLD_EMAIL),
                        removed(OLD_PHONE, Origin.PERSON, true, DUE, recipient(OLD_PHONE), recipient(OLD_EMAIL)),
                        removed(anew, Origin.PERSON, false, DUE)));
        assertThat(decide(decision.next(), verified(anew), MARCH).outcomes()).isEmpty();
    }

    @Test
    void theLastMethodMayGo() {
        var decision = decide(proven(OLD_PHONE), remove(OLD_PHONE), MARCH);
        assertThat(decision)
                .isEqualTo(Decision.of(account(), removed(OLD_PHONE, Origin.PERSON, true, null, recipient(OLD_PHONE))));
        assertThat(requireNonNull(decision.next()).standing().reason()).isEqualTo(EligibilityReason.NOT_REGISTERED);
    }

    @Test
    void questionsGoLikeAnyOtherMethod() {
        var answered = with(BOTH, BOTH.methods().with(questions(id(8), 5, NEW_YEAR)));
        assertThat(decide(answered, new RemoveMethod(Samples.KEY, id(8)), MARCH))
                .isEqualTo(Decision.of(
                        BOTH,
                        new MethodRemoved(id(8), SECURITY_QUESTIONS, Origin.PERSON, true, DUE, BOTH.everybody())));
    }

    @Test
    void removesOnlyWhatIsThere() {
        var unknown = Decision.<Registration, MethodOutcome>of(BOTH, because(UNKNOWN_METHOD, "methodId"));
        assertThat(decide(BOTH, remove(WAITING_PHONE), MARCH)).isEqualTo(unknown);
        assertThat(decide(BOTH, removeAsAdministrator(WAITING_PHONE), MARCH)).isEqualTo(unknown);
        var once = decide(BOTH, remove(OLD_PHONE), MARCH).next();
        assertThat(decide(once, remove(OLD_PHONE), MARCH).outcomes())
                .containsExactly(because(UNKNOWN_METHOD, "methodId"));
    }

    @Test
    void withTheOldestMethodGoesItsDueDate() {
        var mixed = with(
                BOTH,
                new Methods(
                        List.of(),
                        List.of(new Proven(OLD_PHONE, NEW_YEAR, NEW_YEAR), new Proven(OLD_EMAIL, NEW_YEAR, MARCH))));
        assertThat(decide(mixed, remove(OLD_PHONE), MARCH).outcomes())
                .containsExactly(removed(
                        OLD_PHONE,
                        Origin.PERSON,
                        true,
                        Samples.due(MARCH),
                        recipient(OLD_PHONE),
                        recipient(OLD_EMAIL)));
    }

    @Test
    void anAnnouncedDueDateStandsForWhatIsLeft() {
        var state = announced(OLD_PHONE, OLD_EMAIL);
        var left = requireNonNull(decide(state, remove(OLD_PHONE), DUE).next());
        assertThat(left.due()).isEqualTo(state.due());
        assertThat(requireNonNull(decide(left, confirm(OLD_EMAIL), DUE).next()).dueAt())
                .isEqualTo(Samples.due(DUE));
    }

    @Test
    void anAnnouncedDueDateGoesWithTheLastMethodThatWasStillToBeConfirmed() {
        var one = requireNonNull(
                decide(announced(OLD_PHONE, OLD_EMAIL), confirm(OLD_EMAIL), DUE).next());
        var none = requireNonNull(
                decide(one, remove(OLD_PHONE), DUE.plus(Duration.ofDays(1))).next());
        assertThat(none.dueAt()).isEqualTo(Samples.due(DUE));
        assertThat(none.due()).matches(due -> !due.announced());
        assertThat(decide(none, tick(DUE.plus(Duration.ofDays(8))), DUE.plus(Duration.ofDays(8)))
                        .outcomes())
                .isEmpty();
    }

    @Test
    void aPutDownPhoneThatIsProvenAnewNoLongerCountsOnceItIsRemoved() {
        var policy = PolicySamples.offering(MOBILE_PHONE, EMAIL)
                .usingUnproven()
                .reconfirming(180, Reconfirmation.By.CODE)
                .policy();
        var state = under(policy, proven(putDown(OLD_PHONE)));
        var asked = decider(policy).decide(state, confirm(OLD_PHONE), at(MARCH));
        var left = decider(policy).decide(asked.next(), remove(OLD_PHONE), at(MARCH));
        assertThat(left.outcomes())
                .extracting(o -> ((MethodRemoved) o).methodId())
                .containsExactly(OLD_PHONE.id(), newId(MARCH));
        assertThat(requireNonNull(left.next()).standing().counting()).isEmpty();
    }

    private static MethodRemoved removed(
            Method method, Origin by, boolean proven, @Nullable Instant dueAt, Recipient... told) {
        return new MethodRemoved(method.id(), method.kind(), by, proven, dueAt, List.of(told));
    }
}
