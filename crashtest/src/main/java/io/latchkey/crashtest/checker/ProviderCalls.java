package io.latchkey.crashtest.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * At most two calls of a notification may have been taken, and no second one where the first was answered and nothing
 * happened that could lose the answer; all of them say the same, and what is told as accepted was.
 */
final class ProviderCalls implements Invariant {

    private static final int MOST = 2;

    /** After a fault ends, until what was held up is recorded. */
    private static final Duration AFTERMATH = Duration.ofSeconds(8);

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        var calls = Ends.calls(history);
        calls.forEach((notification, all) ->
                judge(notification, all, history.evidence().troubles(), violations));
        Ends.ends(history).values().stream()
                .filter(end -> end.is("NotificationAccepted"))
                .filter(end -> calls.getOrDefault(end.required("notificationId"), List.of()).stream()
                        .noneMatch(call -> call.answer() == Call.Answer.ACCEPTED))
                .forEach(end -> violations.add(
                        Violation.lost(end + ": the provider never accepted " + end.required("notificationId"))));
        return new Finding("4  provider calls per notification", calls.size(), violations);
    }

    private static void judge(
            String notification, List<Call> calls, List<Trouble> troubles, List<Violation> violations) {
        var taken = calls.stream()
                .filter(call -> !call.answer().definitelyRefused())
                .toList();
        if (taken.size() > MOST) {
            violations.add(Violation.doubled(taken.size() + " calls for notification " + notification));
        } else if (taken.size() == MOST && answered(taken.getFirst()) && quiet(taken, troubles)) {
            violations.add(Violation.doubled(
                    "a second call for notification " + notification + " although the first was answered"));
        }
        if (calls.stream().map(Call::message).distinct().count() > 1) {
            violations.add(Violation.of("different messages under the idempotency key " + notification));
        }
    }

    private static boolean answered(Call call) {
        return call.answer().definite();
    }

    private static boolean quiet(List<Call> taken, List<Trouble> troubles) {
        return troubles.stream()
                .noneMatch(trouble -> trouble.touches(
                        taken.getFirst().arrivedAt(), taken.getLast().arrivedAt(), AFTERMATH));
    }
}
