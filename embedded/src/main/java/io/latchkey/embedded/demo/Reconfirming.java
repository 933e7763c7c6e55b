package io.latchkey.embedded.demo;

import io.latchkey.registration.schedule.ReconfirmationScan;
import io.latchkey.registration.schedule.ScanClock;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmTick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Last chapter: half a year later the person is asked whether the methods are still true. */
record Reconfirming(Stage stage, Person a, Cast cast, ScanClock clock, ReconfirmationScan scan) {

    private static final int SCANS = 3;

    /** @param proven the proof after which the due date was told */
    void aIsReminded(MethodProven proven, List<UUID> methodIds) {
        stage.step("Registration's clock is turned past the due date of A, and it scans " + SCANS + " times");
        var due = proven.getDueAt();
        clock.turn(Duration.between(Instant.now(), Daytime.HOME.notBefore(due.plusSeconds(60))));
        var scannedAt = System.nanoTime();
        stage.expect("accounts found due", 1, scan.scan());
        shown(ReconfirmTick.class, scannedAt);
        var reconfirm = shown(ReconfirmDue.class, scannedAt);
        stage.expect("the due date", due, reconfirm.getDueAt());
        stage.expect("the methods to confirm", Set.copyOf(methodIds), Set.copyOf(reconfirm.getMethodIds()));
        for (int i = 1; i < SCANS; i++) {
            stage.expect("accounts found due by a further scan", 0, scan.scan());
        }
        stage.inbox().awaitsNotice(cast.email(), 1);
        stage.transcript().remark("inbox: a reminder to A's email");
    }

    private <T extends SpecificRecord> T shown(Class<T> type, long since) {
        return stage.shown(type, stage.portal().journal().await(type.getSimpleName(), seen -> seen.is(type)), since);
    }

    void aConfirms(List<UUID> methodIds) {
        stage.step("A confirms both methods, and a further scan finds nothing");
        stage.reply(MethodConfirmed.class, stage.says(a.confirms(methodIds)));
        stage.expect("accounts found due", 0, scan.scan());
    }
}
