package io.latchkey.registration.method;

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
import static io.latchkey.registration.method.Samples.fold;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.verified;
import static io.latchkey.registration.policy.Reconfirmation.By.CODE;
import static io.latchkey.registration.policy.Reconfirmation.By.CONFIRM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.method.MethodOutcome.ReconfirmReminder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One announcement per due date, whatever the ticks do. */
class ReconfirmationTest {

    private static final Registration TWO_PROVEN = proven(OLD_PHONE, OLD_EMAIL);
    private static final Registration TWO_ANNOUNCED = announced(OLD_PHONE, OLD_EMAIL);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    @Tag("SPEC-4.1a")
    @Tag("SPEC-4.1f")
    void remindsOneDestinationAnEmailFirst() {
        assertThat(decide(TWO_PROVEN, tick(DUE), MARCH))
                .isEqualTo(Decision.of(
                        TWO_ANNOUNCED,
                        new ReconfirmDue(DUE, List.of(OLD_PHONE.id(), OLD_EMAIL.id()), List.of(recipient(OLD_EMAIL)))));
    }

    @Test
    @Tag("SPEC-4.1b")
    void extraAndLateTicksAnnounceNothingMore() {
        assertThat(fold(TWO_PROVEN, DUE, tick(DUE), tick(DUE), tick(DUE.plus(DAY)), tick(DUE.minus(DAY)), tick(MARCH)))
                .hasSize(1);
    }

    @Test
    @Tag("SPEC-4.1h")
    @Tag("SPEC-1.4.reconfirmBy.confirm")
    void aConfirmationOfAllStartsTheClockAnew() {
        var answeredAt = DUE.plus(DAY);
        assertThat(decide(TWO_ANNOUNCED, confirm(OLD_PHONE, OLD_EMAIL), answeredAt)
                        .outcomes())
                .containsExactly(new MethodConfirmed(
                        List.of(OLD_PHONE.id(), OLD_EMAIL.id()), Samples.due(answeredAt), List.of()));
    }

    @Test
    void aConfirmationCountsFromTheDueDateThatItAnswersWhereThatIsLaterThanTheLog() {
        var next = Samples.due(DUE);
        assertThat(fold(TWO_ANNOUNCED, MARCH, confirm(OLD_PHONE, OLD_EMAIL), tick(DUE), tick(next.minusMillis(1))))
                .containsExactly(new MethodConfirmed(List.of(OLD_PHONE.id(), OLD_EMAIL.id()), next, List.of()));
    }

    @Test
    @Tag("SPEC-4.1h")
    void theNextDueDateIsAnnouncedAgain() {
        var next = Samples.due(DUE.plus(DAY));
        assertThat(fold(TWO_PROVEN, DUE, tick(DUE), confirm(OLD_PHONE, OLD_EMAIL), tick(next), tick(next)))
                .filteredOn(ReconfirmDue.class::isInstance)
                .extracting(due -> ((ReconfirmDue) due).dueAt())
                .containsExactly(DUE, next);
    }

    @Test
    void anAnnouncedDueDateStandsUntilAllMethodsAreCovered() {
        var later = DUE.plus(DAY);
        assertThat(fold(TWO_ANNOUNCED, DUE, confirm(OLD_EMAIL), tick(later), confirm(OLD_PHONE)))
                .containsExactly(
                        new MethodConfirmed(List.of(OLD_EMAIL.id()), DUE, List.of()),
                        new MethodConfirmed(List.of(OLD_PHONE.id()), Samples.due(DUE), List.of()));
    }

    @Test
    void aConfirmationBeforeTheDueDateMovesItToTheOldestLeft() {
        assertThat(decide(TWO_PROVEN, confirm(OLD_EMAIL), MARCH).outcomes())
                .containsExactly(new MethodConfirmed(List.of(OLD_EMAIL.id()), DUE, List.of()));
        assertThat(decide(TWO_PROVEN, confirm(OLD_EMAIL, OLD_PHONE), MARCH).outcomes())
                .containsExactly(
                        new MethodConfirmed(List.of(OLD_EMAIL.id(), OLD_PHONE.id()), Samples.due(MARCH), List.of()));
    }

    @Test
    void aReplacedMethodNoLongerCounts() {
        var mixed = Samples.with(
                TWO_PROVEN,
                new Methods(
                        List.of(WAITING_PHONE),
                        List.of(new Proven(OLD_PHONE, NEW_YEAR, NEW_YEAR), new Proven(OLD_EMAIL, MARCH, MARCH))));
        var proof = next(mixed, verified(WAITING_PHONE), MARCH.plus(DAY));
        assertThat(proof.dueAt()).isEqualTo(Samples.due(MARCH));
        assertThat(decide(proof, tick(DUE), DUE).outcomes()).isEmpty();
    }

    @Test
    @Tag("SPEC-4.1i")
    void aFreshProofAnswersAnAnnouncedDueDateLikeAConfirmation() {
        var proof = next(Samples.waitingFor(announced(OLD_PHONE), WAITING_PHONE), verified(WAITING_PHONE), MARCH);
        assertThat(proof.dueAt()).isEqualTo(Samples.due(DUE));
        assertThat(proof.due()).matches(due -> !due.announced());
    }

    @Test
    void aMethodAddedAfterTheAnnouncementDoesNotAnswerIt() {
        var announced = announced(OLD_EMAIL);
        var proof = next(Samples.waitingFor(announced, WAITING_PHONE), verified(WAITING_PHONE), DUE.plus(DAY));
        assertThat(proof.due()).isEqualTo(announced.due());
    }

    @Test
    void aDisabledAccountIsAnnouncedOnlyWhenItIsEnabledAgain() {
        assertThat(disabled(TWO_PROVEN).tickAt()).isNull();
        assertThat(fold(disabled(TWO_PROVEN), DUE, tick(DUE), provision(), tick(DUE)))
                .filteredOn(ReconfirmDue.class::isInstance)
                .hasSize(1);
    }

    @Test
    @Tag("SPEC-4.1e")
    void remindsAgainAfterSevenAndAfterTwentyOneDaysAndThenNoMore() {
        var second = DUE.plus(Duration.ofDays(7));
        var third = DUE.plus(Duration.ofDays(21));
        var told = fold(
                TWO_PROVEN,
                DUE,
                tick(DUE),
                tick(second.minusMillis(1)),
                tick(second),
                tick(second.plus(DAY)),
                tick(third),
                tick(third.plus(Duration.ofDays(100))));
        var methods = List.of(OLD_PHONE.id(), OLD_EMAIL.id());
        var reminded = List.of(recipient(OLD_EMAIL));
        assertThat(told)
                .containsExactly(
                        new ReconfirmDue(DUE, methods, reminded),
                        new ReconfirmReminder(DUE, 2, methods, reminded),
                        new ReconfirmReminder(DUE, 3, methods, reminded));
    }

    @Test
    void aScanThatIsAWeekLateRemindsNoFasterThanOneOnTime() {
        var late = DUE.plus(Duration.ofDays(30));
        assertThat(fold(TWO_PROVEN, late, tick(late), tick(late.plus(DAY)), tick(late.plus(Duration.ofDays(6)))))
                .hasSize(1);
        assertThat(fold(TWO_PROVEN, late, tick(late), tick(late.plus(Duration.ofDays(7)))))
                .hasSize(2);
        var second = late.plus(Duration.ofDays(7));
        var third = second.plus(Duration.ofDays(14));
        assertThat(fold(TWO_PROVEN, late, tick(late), tick(second), tick(third.minusMillis(1))))
                .hasSize(2);
        assertThat(fold(TWO_PROVEN, late, tick(late), tick(second), tick(third)))
                .hasSize(3);
    }

    @Test
    @Tag("SPEC-4.1g")
    void tellsNobodyAtNight() {
        var night = Instant.parse("2026-12-24T01:00:00Z");
        var decision = decide(TWO_PROVEN, tick(night), night);
        assertThat(decision.outcomes()).isEmpty();
        var morning = requireNonNull(requireNonNull(decision.next()).tickAt());
        assertThat(morning).isBetween("2026-12-24T08:00:00Z", "2026-12-24T10:00:00Z");
        assertThat(decide(decision.next(), tick(morning), morning).outcomes())
                .containsExactly(
                        new ReconfirmDue(DUE, List.of(OLD_PHONE.id(), OLD_EMAIL.id()), List.of(recipient(OLD_EMAIL))));
    }

    @Test
    void aConfirmationEndsTheReminders() {
        assertThat(fold(
                        TWO_PROVEN,
                        DUE,
                        tick(DUE),
                        confirm(OLD_PHONE, OLD_EMAIL),
                        tick(DUE.plus(Duration.ofDays(8))),
                        tick(DUE.plus(Duration.ofDays(22)))))
                .noneMatch(ReconfirmReminder.class::isInstance);
    }

    @Test
    void anAccountIsLookedAtWhenThereIsSomethingToTell() {
        assertThat(TWO_PROVEN.tickAt()).isEqualTo(DUE);
        assertThat(TWO_ANNOUNCED.tickAt()).isEqualTo(DUE.plus(Duration.ofDays(7)));
        assertThat(account().tickAt()).isNull();
    }

    @Test
    @Tag("SPEC-1.4.reconfirmAfterDays.never")
    void aPolicyWithoutReconfirmationTakesDueDatesAway() {
        var never = decider(Samples.reconfirming(Duration.ZERO, CONFIRM));
        assertThat(requireNonNull(never.decide(TWO_PROVEN, tick(DUE), at(DUE)).next())
                        .due())
                .isNull();
        assertThat(never.decide(TWO_PROVEN, confirm(OLD_PHONE), at(MARCH)).outcomes())
                .containsExactly(new MethodConfirmed(List.of(OLD_PHONE.id()), null, List.of()));
    }

    @Test
    void aPolicyWithALongerTimeMovesTheDateInsteadOfAnnouncingIt() {
        var year = Duration.ofDays(360);
        var decision = decider(Samples.reconfirming(year, CONFIRM)).decide(TWO_PROVEN, tick(DUE), at(DUE));
        assertThat(decision.outcomes()).isEmpty();
        assertThat(requireNonNull(decision.next()).dueAt()).isEqualTo(Samples.due(NEW_YEAR, year));
    }

    @Test
    @Tag("SPEC-1.4.reconfirmBy.code")
    @Tag("SPEC-4.1i")
    void whereThePolicyAsksForACodeAWordIsNotEnough() {
        var strict = decider(Samples.reconfirming(Samples.HALF_A_YEAR, CODE));
        var asked = strict.decide(TWO_ANNOUNCED, confirm(OLD_PHONE), at(DUE));
        var again = phone(newId(DUE), PHONE, NEW_YEAR);
        assertThat(asked.outcomes())
                .containsExactly(
                        new MethodConfirmed(List.of(), DUE, List.of(again.id())), Samples.registered(again, DUE, null));
        var proof = strict.decide(asked.next(), verified(again), at(DUE));
        assertThat(proof.outcomes()).containsExactly(new MethodProven(again, OLD_PHONE.id(), DUE, List.of()));
    }

    /** Found by the simulation, whose scan looks ahead of the log. */
    @Test
    void aMethodProvenBehindAClockThatWasAheadBringsNoDateASecondTime() {
        var answered = next(Samples.waitingFor(announced(OLD_EMAIL), OLD_EMAIL), verified(OLD_EMAIL), NEW_YEAR);
        var added = next(Samples.waitingFor(answered, WAITING_PHONE), verified(WAITING_PHONE), NEW_YEAR);
        assertThat(added.dueAt()).isEqualTo(Samples.due(DUE));
        assertThat(decide(added, tick(DUE), NEW_YEAR).outcomes()).isEmpty();
    }

    private static Registration next(Registration state, MethodCommand command, Instant now) {
        return requireNonNull(decide(state, command, now).next());
    }
}
