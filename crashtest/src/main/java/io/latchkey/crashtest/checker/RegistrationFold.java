package io.latchkey.crashtest.checker;

import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** An account's methods and due date as its events tell them, written down anew. */
final class RegistrationFold {

    private final Map<String, String> unproven = new HashMap<>();
    private final Map<String, String> proven = new HashMap<>();
    private long generation;
    private long dueAt = -1;
    private boolean announced;
    private long last;

    static RegistrationFold of(List<Entry> events) {
        var fold = new RegistrationFold();
        events.forEach(fold::apply);
        return fold;
    }

    private void apply(Entry event) {
        last = event.sequence();
        var kind = event.text("kind").orElse("");
        switch (event.type()) {
            case "AccountProvisioned" -> provisioned(event.number("generation"));
            case "MethodRegistered" -> unproven.put(kind, event.required("methodId"));
            case "MethodProven" -> {
                unproven.remove(kind);
                proven.put(kind, event.required("methodId"));
                due(event.number("dueAt"));
            }
            case "MethodConfirmed" -> due(event.number("dueAt"));
            case "ReconfirmDue" -> {
                due(event.number("dueAt"));
                announced = true;
            }
            default -> {}
        }
    }

    private void provisioned(long told) {
        if (told != generation) {
            generation = told;
            unproven.clear();
            proven.clear();
            due(-1);
        }
    }

    /** A date that was announced stands. */
    private void due(long at) {
        announced = announced && at == dueAt;
        dueAt = at;
    }

    /** Where the document says something else; empty where they agree. */
    String differs(Document document) {
        var state = document.get("state", Document.class);
        if (state == null) {
            return generation == 0 ? "" : "no state";
        }
        var methods = state.get("methods", Document.class);
        var due = state.get("due", Document.class);
        var told = new Told(new HashSet<>(proven.values()), new HashSet<>(unproven.values()), dueAt, announced, last);
        var kept = new Told(
                ids(methods, "proven"),
                ids(methods, "unproven"),
                due == null ? -1 : due.get("at", Date.class).getTime(),
                due != null && due.getBoolean("announced"),
                Folds.sequence(document, Topics.REGISTRATION_EVENTS));
        return told.equals(kept) ? "" : "the events say " + told + ", the document " + kept;
    }

    private static Set<String> ids(Document methods, String field) {
        var ids = new HashSet<String>();
        methods.getList(field, Document.class).forEach(method -> ids.add(method.getString("id")));
        return ids;
    }

    private record Told(Set<String> proven, Set<String> unproven, long dueAt, boolean announced, long events) {}
}
