package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.Date;
import org.bson.Document;

/** Each due date is announced once, and none that has come is left out. */
final class OneDue implements Invariant {

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        var announced = History.by(
                history.events(Topics.REGISTRATION_EVENTS, "ReconfirmDue"),
                event -> event.key() + " due " + event.number("dueAt"));
        announced.forEach((due, events) -> {
            if (events.size() > 1) {
                violations.add(Violation.doubled(due + " announced by " + events));
            }
        });
        var until = Date.from(history.evidence().dueUntil());
        history.evidence().documents().registrations().stream()
                .filter(document -> forgotten(document, until))
                .forEach(document ->
                        violations.add(Violation.lost(document.getString("_id") + " came due and nobody was told")));
        return new Finding("11 one announcement per due date", announced.size(), violations);
    }

    private static boolean forgotten(Document registration, Date until) {
        var tickAt = registration.getDate("tickAt");
        return tickAt != null && !tickAt.after(until);
    }
}
