package io.latchkey.crashtest.round;

import io.latchkey.crashtest.checker.Evidences;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Waiting until nothing is left to be done. */
record Quiet(Evidences evidences) {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration MOMENT = Duration.ofMillis(400);

    /** @return whether it came to that: everything is read, sent and told, and stays so for a moment */
    boolean awaited() {
        return Until.isTrue(PATIENCE, this::isQuietForAMoment);
    }

    private boolean isQuietForAMoment() {
        if (!isQuiet()) {
            return false;
        }
        Until.passed(MOMENT);
        return isQuiet();
    }

    private boolean isQuiet() {
        return evidences.caughtUp()
                && evidences.documents().read().underWay().stream().noneMatch(Quiet::hasToBeLookedAt);
    }

    private static boolean hasToBeLookedAt(Document notification) {
        return notification.containsKey("lane");
    }

    /** @return whether no account is left that is due by then and was not announced */
    boolean announced(Instant dueUntil) {
        var until = Date.from(dueUntil);
        return Until.isTrue(
                PATIENCE,
                () -> evidences.documents().read().registrations().stream()
                        .map(registration -> registration.getDate("tickAt"))
                        .noneMatch(tickAt -> tickAt != null && !tickAt.after(until)));
    }
}
