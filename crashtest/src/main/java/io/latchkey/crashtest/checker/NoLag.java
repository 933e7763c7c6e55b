package io.latchkey.crashtest.checker;

import java.util.ArrayList;

/** Every service's watermark is at the end of everything that it reads. */
final class NoLag implements Invariant {

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        history.evidence().progress().stream()
                .filter(Progress::behind)
                .forEach(behind -> violations.add(Violation.of(behind.service() + " is at " + behind.delivered()
                        + " of " + behind.topic() + "-" + behind.partition() + ", which ends at " + behind.end())));
        return new Finding(
                "10 no lag by the watermarks", history.evidence().progress().size(), violations);
    }
}
