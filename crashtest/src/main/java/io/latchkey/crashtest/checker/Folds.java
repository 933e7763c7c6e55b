package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bson.Document;

/** What is kept is what was told: every document agrees with the events, folded here. */
final class Folds implements Invariant {

    @Override
    public Finding check(History history) {
        var documents = history.evidence().documents();
        var violations = new ArrayList<Violation>();
        compare(
                documents.registrations(),
                history.perAccount(Topics.REGISTRATION_EVENTS),
                (events, document) -> RegistrationFold.of(events).differs(document),
                violations);
        compare(
                documents.verifications(),
                history.perAccount(Topics.VERIFICATION_EVENTS),
                (events, document) -> VerificationFold.of(events).differs(document),
                violations);
        notifications(history, violations);
        long count = documents.registrations().size()
                + documents.verifications().size()
                + documents.done().size();
        return new Finding("7  documents are the fold of the events", count, violations);
    }

    private static void compare(
            List<Document> documents,
            Map<String, List<Entry>> events,
            BiFunction<List<Entry>, Document, String> differs,
            List<Violation> violations) {
        var known = new HashSet<String>();
        for (var document : documents) {
            var account = document.getString("_id");
            known.add(account);
            var difference = differs.apply(events.getOrDefault(account, List.of()), document);
            if (!difference.isEmpty()) {
                violations.add(Violation.of(account + ": " + difference));
            }
        }
        events.keySet().stream()
                .filter(account -> !known.contains(account))
                .forEach(account -> violations.add(Violation.lost(account + " has events and no document")));
    }

    /** The archive holds what was told, and nothing is under way any more that somebody still has to look at. */
    private static void notifications(History history, List<Violation> violations) {
        var ends = new HashMap<>(Ends.ends(history));
        history.evidence().documents().done().forEach(done -> {
            var id = String.valueOf(done.get("_id"));
            var told = ends.get(id);
            if (told == null || !told.type().equalsIgnoreCase("Notification" + done.getString("state"))) {
                violations.add(Violation.of(
                        "notification " + id + " is kept as " + done.getString("state") + ", told by " + told));
            }
            ends.remove(id);
        });
        ends.forEach((id, event) -> violations.add(Violation.of(event + ": notification " + id + " is not archived")));
        history.evidence().documents().underWay().stream()
                .filter(document -> document.containsKey("lane"))
                .forEach(document ->
                        violations.add(Violation.lost("notification " + document.get("_id") + " has not ended")));
    }

    /** How many events of a topic a document says that it has told. */
    static long sequence(Document document, String topic) {
        return document.getList("sequences", Document.class, List.of()).stream()
                .filter(entry -> entry.getString("topic").endsWith(topic))
                .mapToLong(entry -> entry.getLong("sequence"))
                .findFirst()
                .orElse(0);
    }
}
