package io.latchkey.operations.accounts;

import io.latchkey.operations.terminal.Text;
import io.latchkey.schemas.CommandRejected;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Says what is wrong with which line, and how far the import is; never shows a value of the file. Thread-safe. */
final class ImportReport {

    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final PrintWriter err;
    private final long began = System.nanoTime();
    private long before;
    private long known;

    ImportReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** What was done before this process does not count for its rate. */
    synchronized void goesOn(Progress from) {
        before = from.accounts();
        if (from.line() > 1) {
            err.println("latchkey: going on after line " + from.line());
        }
    }

    void note(String text) {
        err.println("latchkey: " + text);
    }

    synchronized void bad(long line, List<Fault> faults) {
        faults.forEach(fault -> out.println("line " + line + ": " + fault));
        out.flush();
    }

    synchronized void rejected(long line, String command, CommandRejected answer) {
        out.println("line " + line + ": " + command + " was rejected: " + answer.getReason()
                + (answer.getField() == null ? "" : " " + Text.of(answer.getField())) + ", "
                + Text.of(answer.getMessage()) + (answer.getRetriable() ? " It may be sent again." : ""));
        out.flush();
    }

    /** A command that was read and gave no new answer. */
    synchronized void unanswered() {
        known++;
    }

    synchronized void progress(Progress at, long size) {
        err.println(String.format(
                Locale.ROOT,
                "latchkey: %d accounts, %.0f/s, %d bad lines, %d rejected commands, %d %%",
                at.accounts(),
                rate(at),
                at.bad(),
                at.rejected(),
                size == 0 ? 100 : at.offset() * 100 / size));
    }

    /** Nothing is left to do. */
    synchronized void done(Progress at, String what) {
        out.println(counts(at, what));
        out.flush();
    }

    synchronized void end(Progress at, String what) {
        out.println(counts(at, what) + String.format(Locale.ROOT, "; %.1f s, %.0f accounts/s", seconds(), rate(at)));
        if (known > 0) {
            out.println(known + " commands were read by registration without a new answer:"
                    + " it had them before, or they are dead letters (latchkey dlt list)");
        }
        out.flush();
    }

    private static String counts(Progress at, String what) {
        return "%s: %d accounts, %d commands, %d bad lines, %d rejected commands"
                .formatted(what, at.accounts(), at.commands(), at.bad(), at.rejected());
    }

    private double rate(Progress at) {
        return (at.accounts() - before) / Math.max(seconds(), 0.001);
    }

    private double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }
}
