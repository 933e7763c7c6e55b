package io.latchkey.operations.dlt;

import io.latchkey.operations.terminal.Text;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what became of each dead letter, and how many of each there were. */
final class RedriveReport {

    private final PrintWriter out;
    private final Format format;
    private final boolean dryRun;
    private long redriven;
    private long skipped;
    private long failed;

    RedriveReport(PrintWriter out, Format format, boolean dryRun) {
        this.out = out;
        this.format = format;
        this.dryRun = dryRun;
    }

    void redriven(DeadLetter letter, int attempt, String topic) {
        redriven++;
        say(dryRun ? "would be redriven" : "redriven", letter, "attempt " + attempt + " to " + topic);
    }

    void skipped(DeadLetter letter, String why) {
        skipped++;
        say("skipped", letter, why);
    }

    void failed(DeadLetter letter, String why) {
        failed++;
        say("failed", letter, why);
    }

    /** How many dead letters were met. */
    long met() {
        return redriven + skipped + failed;
    }

    long failed() {
        return failed;
    }

    void end() {
        out.println(
                switch (format) {
                    case table ->
                        "redrive: " + redriven + (dryRun ? " would be redriven, " : " redriven, ") + skipped
                                + " skipped, " + failed + " failed";
                    case json ->
                        Format.json(new LinkedHashMap<>(
                                Map.of("redriven", redriven, "skipped", skipped, "failed", failed, "dryRun", dryRun)));
                });
        out.flush();
    }

    private void say(String what, DeadLetter letter, String more) {
        out.println(
                switch (format) {
                    case table ->
                        "%s %s %s %s %s: %s"
                                .formatted(
                                        what,
                                        letter.id(),
                                        Text.of(letter.original().toString()),
                                        Text.of(letter.key()),
                                        Text.of(letter.reason()),
                                        Text.of(more));
                    case json -> json(what, letter, more);
                });
        out.flush();
    }

    private static String json(String what, DeadLetter letter, String more) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("result", what);
        fields.put("id", letter.id().toString());
        fields.put("service", letter.service());
        fields.put("topic", letter.topic());
        fields.put("partition", letter.original().partition());
        fields.put("offset", letter.original().offset());
        fields.put("key", letter.key());
        fields.put("reason", letter.reason());
        fields.put("detail", more);
        return Format.json(fields);
    }
}
