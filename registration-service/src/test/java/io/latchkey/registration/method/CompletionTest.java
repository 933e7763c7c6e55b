package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.complete;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.Hint;
import io.latchkey.registration.method.MethodOutcome.RegistrationCompleted;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final Registration ONE = proven(OLD_PHONE);
    private static final Requirement ANOTHER = new Requirement(Requirement.Kind.METHOD, 1, List.of(EMAIL));

    @Test
    @Tag("SPEC-2.6a")
    @Tag("SPEC-6.5")
    void isAcceptedWhenThePolicyIsMetAndSaysWhatWouldBeGoodToAdd() {
        assertThat(decide(ONE, complete(), MARCH))
                .isEqualTo(Decision.of(
                        ONE.with(ONE.progress().completed(MARCH)),
                        new RegistrationCompleted(0, List.of(ANOTHER), DUE)));
    }

    @Test
    @Tag("SPEC-2.6b")
    void isRefusedWithWhatIsMissingAndChangesNothing() {
        var lacking = new Requirement(Requirement.Kind.METHOD, 1, List.of(MOBILE_PHONE, EMAIL));
        assertThat(decide(account(), complete(), MARCH)).isEqualTo(Decision.of(account(), incomplete(lacking)));
    }

    @Test
    @Tag("SPEC-2.6a")
    @Tag("SPEC-2.6b")
    void isJudgedByThePolicyInForceNotByTheLastLook() {
        var stricter = decider(new InForce(
                7, PolicySamples.offering(MOBILE_PHONE, EMAIL).requiring(2).policy()));
        assertThat(ONE.standing().registered()).isTrue();
        assertThat(stricter.decide(ONE, complete(), at(MARCH))).isEqualTo(Decision.of(ONE, incomplete(ANOTHER)));

        var both = proven(OLD_PHONE, OLD_EMAIL);
        var decision = stricter.decide(both, complete(), at(MARCH));
        assertThat(decision.outcomes()).containsExactly(new RegistrationCompleted(7, List.of(), DUE));
        assertThat(requireNonNull(decision.next()).standing().policyVersion()).isEqualTo(7);
    }

    @Test
    void mayBeSaidAgain() {
        var once = decide(ONE, complete(), MARCH).next();
        var later = MARCH.plus(Duration.ofDays(1));
        var twice = decide(once, complete(), later);
        assertThat(twice.outcomes()).hasOnlyElementsOfType(RegistrationCompleted.class);
        assertThat(requireNonNull(twice.next()).progress().completedAt()).isEqualTo(later);
    }

    @Test
    void doesNotAskWhetherThePersonMayReset() {
        var nobody = decider(Samples.scoped(new Scope(Enablement.NONE, Set.of())));
        assertThat(nobody.decide(ONE, complete(), at(MARCH)).outcomes())
                .hasOnlyElementsOfType(RegistrationCompleted.class);
    }

    private static CommandRejected incomplete(Requirement... missing) {
        return CommandRejected.because(RejectionReason.REGISTRATION_INCOMPLETE, new Hint.Lacking(List.of(missing)));
    }
}
