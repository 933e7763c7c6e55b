package io.latchkey.embedded.demo;

import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.ReconfirmTick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Sixth chapter: half a year later A is asked, three times and never at night, whether the methods are still true. */
final class Reminding {

    private static final Duration TO_THE_SECOND = Duration.ofDays(7);
    private static final Duration TO_THE_THIRD = Duration.ofDays(14);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final Stage stage;
    private final Household household;
    private final Person a;
    private final Backstage backstage;
    private int ticks;

    Reminding(Stage stage, Household household, Person a, Backstage backstage) {
        this.stage = stage;
        this.household = household;
        this.a = a;
        this.backstage = backstage;
    }

    /** @return the next morning */
    Instant nobodyIsWoken(Instant due) {
        stage.step("Registration's clock is turned to the night after A's due date: nobody is woken");
        scan(Daytime.HOME.nightOf(due));
        stage.portal().awaitsQuiet();
        stage.expect("reminders at night", 0, told(ReconfirmDue.class).size());
        stage.expect("accounts found due by a further scan", 0, backstage.scan().scan());
        return Daytime.HOME.morningAfter(due);
    }

    /** @return when the last reminder was sent */
    Instant aIsRemindedThreeTimes(Instant morning, Instant due, List<UUID> methodIds) {
        stage.step("In the morning A is asked to confirm");
        var scannedAt = scan(morning);
        var announced = shown(ReconfirmDue.class, 1, scannedAt);
        stage.expect("the due date", due, announced.getDueAt());
        stage.expect("the methods to confirm", Set.copyOf(methodIds), Set.copyOf(announced.getMethodIds()));
        stage.isTold("A's email", household.email(), "They are due to be confirmed since");
        var second = Daytime.HOME.notBefore(morning.plus(TO_THE_SECOND).plusSeconds(60));
        reminded(second, 2, "have been waiting to be confirmed since");
        var third = Daytime.HOME.notBefore(second.plus(TO_THE_THIRD).plusSeconds(60));
        reminded(third, 3, "This is the last reminder");
        return third;
    }

    private void reminded(Instant at, int number, String words) {
        stage.step("The clock is turned to reminder no. " + number);
        var reminder = shown(ReconfirmReminder.class, number - 1, scan(at));
        stage.expect("the reminder's number", number, reminder.getNumber());
        stage.isTold("A's email", household.email(), words);
    }

    void aConfirms(Instant last, List<UUID> methodIds) {
        stage.step("A month later nobody is told any more; A confirms everything by a word");
        turn(last.plus(A_MONTH));
        stage.expect("accounts found due", 0, backstage.scan().scan());
        var confirmed = stage.reply(MethodConfirmed.class, stage.says(a.confirms(methodIds)));
        stage.expect("the methods confirmed", Set.copyOf(methodIds), Set.copyOf(confirmed.getMethodIds()));
        stage.expect("the methods to prove", List.of(), confirmed.getToProveMethodIds());
        stage.expect("accounts found due", 0, backstage.scan().scan());
    }

    /** Finds one account. */
    private long scan(Instant at) {
        turn(at);
        var scannedAt = System.nanoTime();
        stage.expect("accounts found due", 1, backstage.scan().scan());
        shown(ReconfirmTick.class, ++ticks, scannedAt);
        return scannedAt;
    }

    private void turn(Instant at) {
        backstage.clock().turn(Duration.between(Instant.now(), at));
    }

    private <T extends SpecificRecord> T shown(Class<T> type, int count, long since) {
        var seen = stage.portal().journal().awaitAll(type.getSimpleName(), count, it -> it.is(type));
        return stage.shown(type, seen.get(count - 1), since);
    }

    private List<Observed> told(Class<? extends SpecificRecord> type) {
        return stage.portal().journal().all(seen -> seen.is(type));
    }
}
