package io.latchkey.crashtest.round;

import io.latchkey.crashtest.checker.Finding;
import io.latchkey.crashtest.checker.Sent;
import io.latchkey.crashtest.checker.Violation;
import io.latchkey.infrastructure.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Round after round until all are played or one finds something, and the verdict. */
public final class Rounds {

    private static final int SHOWN = 10;

    private final Options options;
    private final PrintWriter out;
    private final List<Violation> violations = new ArrayList<>();
    private int played;
    private long commands;
    private volatile boolean stopped;

    public Rounds(Options options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** @return whether all is well; then nothing is left behind */
    public boolean play() {
        say("seed %d", options.seed());
        var directory = TemporaryDirectory.create("latchkey-crashtest-");
        Logs.to(directory.path().resolve("logs").resolve("driver.log"));
        var interruption = new Thread(() -> interrupted(directory.path()), "interrupted");
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            play(directory.path());
        } catch (RuntimeException e) {
            say("%nlogs and data are kept in %s", directory.path());
            throw e;
        } finally {
            uninterrupted(interruption);
        }
        return verdict(directory);
    }

    /** Somebody wants no more. */
    private void interrupted(Path directory) {
        say("%nstopped; logs and data are kept in %s", directory);
        stopped = true;
    }

    private static void uninterrupted(Thread interruption) {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // It has run already.
        }
    }

    private void play(Path directory) {
        var watch = new Watch();
        try (var run = new Run(options, directory)) {
            say("everything is up after %.1f s", watch.seconds());
            play(run, watch);
        }
    }

    private void play(Run run, Watch watch) {
        var token = HexFormat.of().toHexDigits(new Random().nextLong());
        while (played < options.rounds()
                && violations.isEmpty()
                && run.incidents().unexpected().isEmpty()) {
            played++;
            var round = new Watch();
            tell(run, new Round(run, played).play(token), round);
        }
        if (violations.isEmpty()) {
            tell(new Plaintext(run, token).finding());
        }
        run.incidents().unexpected().forEach(what -> violations.add(new Violation(Violation.Kind.OTHER, what)));
        say("%nhow often each fault really happened");
        run.incidents().coverage().forEach((fault, times) -> say("  %5d  %s", times, fault));
        say("%n%.0f s in all", watch.seconds());
    }

    private void tell(Run run, List<Finding> findings, Watch watch) {
        long before = commands;
        commands = run.ledger().commands();
        say(
                "%nround %d of %d: %d commands, %d copies, %d garbage, %d provider calls so far, %.1f s",
                played,
                options.rounds(),
                commands - before,
                run.ledger().of(Sent.Kind.COPY),
                run.ledger().of(Sent.Kind.GARBAGE),
                run.calls().size(),
                watch.seconds());
        run.incidents().ofRound().forEach(what -> say("  fault  %s", what));
        findings.forEach(this::tell);
    }

    private void tell(Finding finding) {
        say("  %7d  %s%s", finding.count(), finding.invariant(), verdict(finding));
        finding.violations().stream().limit(SHOWN).forEach(violation -> say("           %s", violation));
        violations.addAll(finding.violations());
    }

    private static String verdict(Finding finding) {
        return finding.violations().isEmpty() ? "" : ": " + finding.violations().size() + " VIOLATIONS";
    }

    private boolean verdict(TemporaryDirectory directory) {
        if (violations.isEmpty()) {
            directory.close();
        } else {
            kept(directory.path());
        }
        say(
                "%ncrashtest: %d rounds, %d commands, %d lost, %d doubled, %d violations",
                played, commands, count(Violation.Kind.LOST), count(Violation.Kind.DOUBLED), violations.size());
        return violations.isEmpty();
    }

    private void kept(Path directory) {
        say("%nviolated with seed %d; logs and data are kept in %s", options.seed(), directory);
        violations.stream().limit(SHOWN).forEach(violation -> say("  %s", violation));
    }

    private long count(Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    private void say(String format, Object... values) {
        if (stopped) {
            return;
        }
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static final class Watch {

        private final long began = System.nanoTime();

        double seconds() {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
