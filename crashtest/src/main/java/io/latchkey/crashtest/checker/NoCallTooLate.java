package io.latchkey.crashtest.checker;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Nobody is called for a code after it has expired, and for no notification more often than its end tells: a call that
 * arrives after the end was recorded would be one more. A process that stood still between its last look at the clock and
 * the call is excused from the first.
 */
final class NoCallTooLate implements Invariant {

    /** From the last look at the clock to the call's arrival, on a busy machine. */
    private static final Duration CALL = Duration.ofSeconds(5);

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        var expiry = history.events(Topics.CODES)
                .collect(toMap(
                        code -> code.required("codeId"),
                        code -> Instant.ofEpochMilli(code.number("expiresAt")),
                        (first, other) -> first));
        var ends = Ends.ends(history);
        Ends.calls(history).forEach((notification, calls) -> {
            late(calls, expiry, history.evidence().troubles(), violations);
            beyondTheEnd(notification, calls, ends, violations);
        });
        return new Finding(
                "3  no call for what is over", history.evidence().calls().size(), violations);
    }

    private static void late(
            List<Call> calls, Map<String, Instant> expiry, List<Trouble> troubles, List<Violation> violations) {
        for (var call : calls) {
            var expiresAt = expiry.getOrDefault(call.notification(), Instant.MAX.minus(CALL));
            if (call.arrivedAt().isAfter(expiresAt.plus(CALL)) && !excused(call, troubles)) {
                violations.add(Violation.of("a call for code " + call.notification() + " came at " + call.arrivedAt()
                        + ", it expired at " + expiresAt));
            }
        }
    }

    private static boolean excused(Call call, List<Trouble> troubles) {
        return troubles.stream()
                .anyMatch(trouble -> trouble.paused() && trouble.touches(call.arrivedAt(), call.arrivedAt(), CALL));
    }

    private static void beyondTheEnd(
            String notification, List<Call> calls, Map<String, Entry> ends, List<Violation> violations) {
        var end = ends.get(notification);
        if (end != null && calls.size() > end.number("attempt")) {
            violations.add(Violation.of(calls.size() + " calls for notification " + notification + ", " + end
                    + " tells of " + end.number("attempt")));
        }
    }
}
