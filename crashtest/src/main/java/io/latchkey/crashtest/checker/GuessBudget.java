package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Never more guesses are evaluated than there are, however many come at once: 5 per method, 10 per account. */
final class GuessBudget implements Invariant {

    static final int PER_METHOD = 5;
    private static final int PER_ACCOUNT = 10;

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        history.perAccount(Topics.VERIFICATION_EVENTS).forEach((account, events) -> judge(account, events, violations));
        long guesses = history.events(Topics.VERIFICATION_EVENTS)
                .filter(event -> event.is("CodeVerified") || wrong(event))
                .count();
        return new Finding("6  guesses within the budget", guesses, violations);
    }

    private static void judge(String account, List<Entry> events, List<Violation> violations) {
        var wrong = new HashMap<String, Integer>();
        int all = 0;
        for (var event : events) {
            var method = event.text("methodId").orElse("");
            if (wrong(event)) {
                all++;
                wrong.merge(method, 1, Integer::sum);
            }
            boolean evaluated = event.is("CodeVerified") || wrong(event);
            int before = wrong.getOrDefault(method, 0) + (event.is("CodeVerified") ? 1 : 0);
            if (evaluated && (before > PER_METHOD || all > PER_ACCOUNT)) {
                violations.add(Violation.of(event + " of " + account + " is guess " + before
                        + " at a method, and wrong guess " + all + " of the account"));
            }
        }
    }

    static boolean wrong(Entry event) {
        return event.is("CodeRejected") && event.text("reason").orElse("").equals("WRONG_CODE");
    }
}
