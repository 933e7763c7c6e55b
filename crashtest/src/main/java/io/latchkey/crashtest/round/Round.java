package io.latchkey.crashtest.round;

import io.latchkey.crashtest.checker.Checker;
import io.latchkey.crashtest.checker.Finding;
import io.latchkey.crashtest.fault.Injector;
import io.latchkey.crashtest.load.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Load and faults at once, then peace, then the checker, then all of it read again. */
final class Round {

    private static final int PERSONS = 48;

    private final Run run;
    private final int number;
    private final Quiet quiet;

    Round(Run run, int number) {
        this.run = run;
        this.number = number;
        this.quiet = new Quiet(run.evidences());
    }

    /** @param token that is in every personal text of the run */
    List<Finding> play(String token) {
        loadAndFaults(token);
        var dueUntil = heal();
        var findings = new ArrayList<>(Checker.check(run.evidence(dueUntil)));
        findings.add(new Again(run, quiet).readAll());
        return findings;
    }

    private void loadAndFaults(String token) {
        var end = Instant.now().plus(Run.LOAD);
        run.injector().begin(run.deck().deal());
        var crowd = new Crowd(
                run.portal(),
                run.provider(),
                run.mailbox(),
                token,
                run.options().seed() * 100 + number,
                PERSONS,
                end);
        crowd.awaitEnd();
        run.injector().awaitEnd();
    }

    /** @return up to where every due date was announced */
    private Instant heal() {
        run.fleet().awaitAll();
        run.deck().putBack(run.fleet().disarm());
        run.fleet().awaitAll();
        run.portal().flush();
        quiet.awaited();
        var dueUntil = Instant.now().plus(Injector.AHEAD);
        quiet.announced(dueUntil);
        quiet.awaited();
        run.fleet().turnClock(Duration.ZERO);
        return dueUntil;
    }
}
