package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.method.Samples.waitingFor;
import static io.latchkey.registration.method.Samples.with;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Reconfirmation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy changes who counts and when, and never what there is. */
class PolicyChangeTest {

    private static final PolicySamples TWO_KINDS = PolicySamples.offering(MOBILE_PHONE, EMAIL);
    private static final Registration ONE = proven(OLD_PHONE);
    private static final Registration EVERYTHING = everything();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    @Tag("SPEC-1.6a")
    void howeverManyItAsksForNothingIsDeleted(int needed) {
        var rules = decider(PolicySamples.offeringAll().requiring(needed).policy());
        for (var look : new MethodCommand[] {provision(), tick(MARCH)}) {
            var next = requireNonNull(rules.decide(EVERYTHING, look, at(MARCH)).next());
            assertThat(next.methods()).isEqualTo(EVERYTHING.methods());
            assertThat(next.register()).isEqualTo(EVERYTHING.register());
            assertThat(next.progress()).isEqualTo(EVERYTHING.progress());
        }
    }

    @Test
    @Tag("SPEC-1.6b")
    void whoeverCountedAndCountsNoLongerCountsAgainWhenThePolicyGoesBack() {
        var stricter = look(ONE, new InForce(2, TWO_KINDS.requiring(2).policy()));
        assertThat(stricter.standing().registered()).isFalse();
        assertThat(stricter.standing().policyVersion()).isEqualTo(2);

        var back = look(stricter, new InForce(3, TWO_KINDS.policy()));
        assertThat(back.standing().registered()).isTrue();
        assertThat(back.standing().policyVersion()).isEqualTo(3);
    }

    @Test
    void aKindThatIsNoLongerOfferedStaysAndDoesNotCount() {
        var emailOnly = look(ONE, new InForce(2, PolicySamples.offering(EMAIL).policy()));
        assertThat(emailOnly.methods()).isEqualTo(ONE.methods());
        assertThat(emailOnly.standing().counting()).isEmpty();
        assertThat(emailOnly.everybody()).containsExactly(recipient(OLD_PHONE));
    }

    @Test
    void aReplacementOfAKindThatIsNoLongerOfferedMayStillBeProven() {
        var emailOnly = decider(PolicySamples.offering(EMAIL).policy());
        var proof = emailOnly.decide(waitingFor(ONE, WAITING_PHONE), verified(WAITING_PHONE), at(MARCH));
        assertThat(proof.outcomes())
                .containsExactly(new MethodProven(WAITING_PHONE, OLD_PHONE.id(), null, List.of(recipient(OLD_PHONE))));
        assertThat(requireNonNull(proof.next()).standing().counting()).isEmpty();
    }

    @Test
    void whatIsNotOfferedIsNotAskedForWhenMethodsAreDue() {
        var emailOnly = decider(PolicySamples.offering(EMAIL)
                .reconfirming(180, Reconfirmation.By.CODE)
                .policy());
        var phoneIsOlder = with(
                ONE,
                new Methods(
                        List.of(),
                        List.of(new Proven(OLD_PHONE, NEW_YEAR, NEW_YEAR), new Proven(OLD_EMAIL, MARCH, MARCH))));
        var due = Samples.due(MARCH);
        var looked = emailOnly.decide(phoneIsOlder, tick(DUE), at(DUE));
        assertThat(looked.outcomes()).isEmpty();
        assertThat(emailOnly.decide(looked.next(), tick(due), at(due)).outcomes())
                .containsExactly(new ReconfirmDue(due, List.of(OLD_EMAIL.id()), List.of(recipient(OLD_EMAIL))));
    }

    @Test
    void anAnnouncedDueDateStandsWhateverTimeThePolicyGivesThen() {
        var state = announced(OLD_PHONE);
        for (int days : new int[] {30, 90, 360, 730}) {
            var rules = decider(
                    TWO_KINDS.reconfirming(days, Reconfirmation.By.CONFIRM).policy());
            assertThat(requireNonNull(
                                    rules.decide(state, provision(), at(MARCH)).next())
                            .due())
                    .isEqualTo(state.due());
        }
    }

    @Test
    void theNextOneIsCountedByTheNewTime() {
        var yearly =
                decider(TWO_KINDS.reconfirming(360, Reconfirmation.By.CONFIRM).policy());
        var answered = yearly.decide(announced(OLD_PHONE), confirm(OLD_PHONE), at(DUE));
        assertThat(requireNonNull(answered.next()).dueAt()).isEqualTo(Samples.due(DUE, Duration.ofDays(360)));
    }

    @Test
    void aMuchShorterTimeIsNoStampede() {
        var late = NEW_YEAR.plus(Duration.ofDays(150));
        var monthly =
                decider(TWO_KINDS.reconfirming(30, Reconfirmation.By.CONFIRM).policy());
        var dates = IntStream.range(0, 2_000)
                .mapToObj(i -> new AggregateKey("contoso", "user-" + i))
                .map(key -> monthly.decide(ONE, new ReconfirmTick(key, late), at(late)))
                .peek(decision -> assertThat(decision.outcomes()).isEmpty())
                .map(decision -> requireNonNull(requireNonNull(decision.next()).dueAt()))
                .toList();
        assertThat(dates).allMatch(at -> at.isAfter(late) && at.isBefore(late.plus(Duration.ofDays(4))));
        assertThat(perHour(dates)).allMatch(count -> count < 300);
    }

    private static List<Long> perHour(List<Instant> dates) {
        return List.copyOf(dates.stream()
                .collect(Collectors.groupingBy(at -> at.truncatedTo(ChronoUnit.HOURS), Collectors.counting()))
                .values());
    }

    @Test
    void aDateThatWasMovedOnceIsNotMovedByTheNextLook() {
        var late = NEW_YEAR.plus(Duration.ofDays(150));
        var monthly =
                decider(TWO_KINDS.reconfirming(30, Reconfirmation.By.CONFIRM).policy());
        var moved = requireNonNull(monthly.decide(ONE, tick(late), at(late)).next());
        var again = monthly.decide(moved, provision(), at(late.plus(Duration.ofDays(1))));
        assertThat(requireNonNull(again.next()).due()).isEqualTo(moved.due());
    }

    private static Registration look(Registration state, InForce inForce) {
        return requireNonNull(
                decider(inForce).decide(state, tick(MARCH), at(MARCH)).next());
    }

    private static Registration everything() {
        var both = waitingFor(proven(OLD_PHONE, OLD_EMAIL), WAITING_PHONE);
        var answered = with(both, both.methods().with(questions(id(8), 3, NEW_YEAR)));
        return answered.with(answered.progress().completed(NEW_YEAR).contacted(NEW_YEAR));
    }
}
