package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.INTERVAL;
import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.fold;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One announcement per due date, whatever the ticks do. */
class ReconfirmationTest {

    private static final Registration TWO_PROVEN = proven(OLD_PHONE, OLD_EMAIL);
    private static final Registration TWO_ANNOUNCED = announced(OLD_PHONE, OLD_EMAIL);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void remindsOneDestinationAnEmailFirst() {
        assertThat(decide(TWO_PROVEN, tick(DUE), MARCH))
                .isEqualTo(Decision.of(
                        TWO_ANNOUNCED,
                        new ReconfirmDue(DUE, List.of(OLD_PHONE.id(), OLD_EMAIL.id()), List.of(recipient(OLD_EMAIL)))));
    }

    @Test
    void extraAndLateTicksAnnounceNothingMore() {
        assertThat(fold(TWO_PROVEN, DUE, tick(DUE), tick(DUE), tick(DUE.plus(DAY)), tick(DUE.minus(DAY)), tick(MARCH)))
                .hasSize(1);
    }

    @Test
    void aConfirmationOfAllStartsTheClockAnew() {
        var answeredAt = DUE.plus(DAY);
        assertThat(decide(TWO_ANNOUNCED, confirm(OLD_PHONE, OLD_EMAIL), answeredAt)
                        .outcomes())
                .containsExactly(
                        new MethodConfirmed(List.of(OLD_PHONE.id(), OLD_EMAIL.id()), answeredAt.plus(INTERVAL)));
    }

    @Test
    void aConfirmationCountsFromTheDueDateThatItAnswersWhereThatIsLaterThanTheLog() {
        var next = DUE.plus(INTERVAL);
        assertThat(fold(TWO_ANNOUNCED, MARCH, confirm(OLD_PHONE, OLD_EMAIL), tick(DUE), tick(next.minusMillis(1))))
                .containsExactly(new MethodConfirmed(List.of(OLD_PHONE.id(), OLD_EMAIL.id()), next));
    }

    @Test
    void theNextDueDateIsAnnouncedAgain() {
        var next = DUE.plus(INTERVAL);
        assertThat(fold(
                        TWO_PROVEN,
                        DUE,
                        tick(DUE),
                        confirm(OLD_PHONE, OLD_EMAIL),
                        tick(next.plus(DAY)),
                        tick(next.plus(DAY))))
                .filteredOn(ReconfirmDue.class::isInstance)
                .extracting(due -> ((ReconfirmDue) due).dueAt())
                .containsExactly(DUE, next.plus(DAY));
    }

    @Test
    void anAnnouncedDueDateStandsUntilAllMethodsAreCovered() {
        var later = DUE.plus(DAY);
        assertThat(fold(TWO_ANNOUNCED, DUE, confirm(OLD_EMAIL), tick(later), confirm(OLD_PHONE)))
                .containsExactly(
                        new MethodConfirmed(List.of(OLD_EMAIL.id()), DUE),
                        new MethodConfirmed(List.of(OLD_PHONE.id()), DUE.plus(INTERVAL)));
    }

    @Test
    void aConfirmationBeforeTheDueDateMovesItToTheOldestLeft() {
        assertThat(decide(TWO_PROVEN, confirm(OLD_EMAIL), MARCH).outcomes())
                .containsExactly(new MethodConfirmed(List.of(OLD_EMAIL.id()), DUE));
        assertThat(decide(TWO_PROVEN, confirm(OLD_EMAIL, OLD_PHONE), MARCH).outcomes())
                .containsExactly(new MethodConfirmed(List.of(OLD_EMAIL.id(), OLD_PHONE.id()), MARCH.plus(INTERVAL)));
    }

    @Test
    void aReplacedMethodNoLongerCounts() {
        var mixed = new Registration(
                Samples.ACCOUNT,
                new Methods(
                        List.of(WAITING_PHONE),
                        List.of(new Proven(OLD_PHONE, NEW_YEAR, NEW_YEAR), new Proven(OLD_EMAIL, MARCH, MARCH))),
                new DueDate(DUE, false));
        var proof = decide(mixed, verified(WAITING_PHONE), MARCH.plus(DAY)).next();
        assertThat(proof).isNotNull();
        assertThat(proof.due()).isEqualTo(new DueDate(MARCH.plus(INTERVAL), false));
        assertThat(decide(proof, tick(DUE), DUE).outcomes()).isEmpty();
    }

    @Test
    void aFreshProofAnswersAnAnnouncedDueDateLikeAConfirmation() {
        var announced = announced(OLD_PHONE);
        var waiting = announced.with(announced.methods().with(WAITING_PHONE));
        var proof = decide(waiting, verified(WAITING_PHONE), MARCH).next();
        assertThat(proof).isNotNull();
        assertThat(proof.due()).isEqualTo(new DueDate(DUE.plus(INTERVAL), false));
    }

    @Test
    void aMethodAddedAfterTheAnnouncementDoesNotAnswerIt() {
        var announced = announced(OLD_EMAIL);
        var waiting = announced.with(announced.methods().with(WAITING_PHONE));
        var proof = decide(waiting, verified(WAITING_PHONE), DUE.plus(DAY)).next();
        assertThat(proof).isNotNull();
        assertThat(proof.due()).isEqualTo(new DueDate(DUE, true));
    }

    @Test
    void aDisabledAccountIsAnnouncedOnlyWhenItIsEnabledAgain() {
        assertThat(disabled(TWO_PROVEN).tickAt()).isNull();
        assertThat(fold(disabled(TWO_PROVEN), DUE, tick(DUE), provision(), tick(DUE)))
                .filteredOn(ReconfirmDue.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anAccountIsLookedAtOnceAndThenAgainWhenTheDateHasMoved() {
        assertThat(TWO_PROVEN.tickAt()).isEqualTo(DUE);
        assertThat(TWO_ANNOUNCED.tickAt()).isNull();
    }

    @Test
    void aPolicyWithoutReconfirmationTakesDueDatesAway() {
        var never = decider(new Policy(Samples.POLICY.methodsOffered(), Duration.ZERO));
        var next = TWO_PROVEN.with(TWO_PROVEN.methods(), null);
        assertThat(never.decide(TWO_PROVEN, tick(DUE), at(DUE))).isEqualTo(Decision.of(next));
        assertThat(never.decide(TWO_PROVEN, confirm(OLD_PHONE), at(MARCH)).outcomes())
                .containsExactly(new MethodConfirmed(List.of(OLD_PHONE.id()), null));
    }

    @Test
    void aPolicyWithALongerTimeMovesTheDateInsteadOfAnnouncingIt() {
        var year = new DueDates(Duration.ofDays(360)).interval(KEY);
        var yearly = decider(new Policy(Samples.POLICY.methodsOffered(), Duration.ofDays(360)));
        assertThat(yearly.decide(TWO_PROVEN, tick(DUE), at(DUE)))
                .isEqualTo(Decision.of(TWO_PROVEN.with(TWO_PROVEN.methods(), new DueDate(NEW_YEAR.plus(year), false))));
    }
}
