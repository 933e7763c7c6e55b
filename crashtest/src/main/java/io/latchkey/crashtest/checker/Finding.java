package io.latchkey.crashtest.checker;

import java.util.List;

/**
 * What came of one invariant.
 *
 * @param invariant its number in the design, and what it says
 * @param count how many cases were looked at
 */
public record Finding(String invariant, long count, List<Violation> violations) {

    public Finding {
        violations = List.copyOf(violations);
    }
}
