package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A code that takes the place of another names it, and only the code that is alive proves its method. */
final class OneLiveCode implements Invariant {

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        var accounts = history.perAccount(Topics.VERIFICATION_EVENTS);
        accounts.values().forEach(events -> judge(events, violations));
        long codes = history.events(Topics.VERIFICATION_EVENTS, "CodeIssued").count();
        return new Finding("2  one live code per method", codes, violations);
    }

    private static void judge(List<Entry> events, List<Violation> violations) {
        var live = new HashMap<String, String>();
        for (var event : events) {
            event.text("supersededCodeId").ifPresent(dead -> live.values().remove(dead));
            switch (event.type()) {
                case "CodeIssued" -> issued(event, live, violations);
                case "CodeVerified" -> verified(event, live, violations);
                default -> {}
            }
        }
    }

    private static void issued(Entry event, Map<String, String> live, List<Violation> violations) {
        var other = live.put(event.required("methodId"), event.required("codeId"));
        if (other != null) {
            violations.add(Violation.of(event + ": code " + other + " of the same method is alive too"));
        }
    }

    private static void verified(Entry event, Map<String, String> live, List<Violation> violations) {
        if (!live.remove(event.required("methodId"), event.required("codeId"))) {
            violations.add(Violation.of(event + ": code " + event.required("codeId") + " was dead and has proven"));
        }
    }
}
