package io.latchkey.registration.web;

import io.latchkey.messaging.decision.AggregateKey;

/** What callers may name. */
final class Paths {

    static final int MAX_PAGE = 1000;

    private static final String ID = "1 to 128 characters without '/' and control characters";

    private Paths() {}

    static AggregateKey account(String tenantId, String userId) {
        return AggregateKey.of(tenantId, userId).orElseThrow(() -> ProblemException.parameter("userId", ID));
    }

    /** The last user id of the page before, or nothing. */
    static String after(String tenantId, String userId) {
        return userId.isEmpty() || AggregateKey.of(tenantId, userId).isPresent() ? userId : refused();
    }

    private static String refused() {
        throw ProblemException.parameter("after", ID + ", or nothing");
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw ProblemException.parameter("limit", "1 to " + MAX_PAGE);
        }
        return limit;
    }
}
