package io.latchkey.crashtest.checker;

import static java.util.stream.Collectors.toSet;

import io.latchkey.crashtest.checker.Sent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every command has exactly one final reply, repeats of an event counted once. Retriable rejections may come before it, one
 * for each time it was sent; where there is no final reply, each time must have had one.
 */
final class OneReply implements Invariant {

    private static final String COMMAND_ID = "metadata.commandId";

    @Override
    public Finding check(History history) {
        var reused = digests(history, Kind.REUSED_ID);
        var asked = History.by(
                Topics.COMMANDS.stream()
                        .flatMap(history::records)
                        .filter(entry -> !entry.type().isEmpty() && !reused.contains(entry.value())),
                entry -> entry.required(COMMAND_ID));
        var replies = replies(history);
        var violations = new ArrayList<Violation>();
        asked.forEach((id, times) -> judge(id, times, replies.getOrDefault(id, List.of()), violations));
        missing(history, asked, violations);
        return new Finding("1  one reply per command", asked.size(), violations);
    }

    private static Map<String, List<Entry>> replies(History history) {
        return History.by(
                Stream.of(Topics.REGISTRATION_EVENTS, Topics.VERIFICATION_EVENTS)
                        .flatMap(history::events)
                        .filter(entry -> entry.text(COMMAND_ID).isPresent()),
                entry -> entry.required(COMMAND_ID));
    }

    private static void judge(String id, List<Entry> times, List<Entry> replies, List<Violation> violations) {
        long preliminary =
                replies.stream().filter(reply -> reply.truth("retriable")).count();
        long last = replies.size() - preliminary;
        var command = times.getFirst() + " " + id;
        if (last > 1 || last + preliminary > times.size()) {
            violations.add(Violation.doubled(command + " sent " + times.size() + " times has " + last + " final and "
                    + preliminary + " retriable replies"));
        } else if (last == 0 && preliminary < times.size()) {
            violations.add(Violation.lost(command + " sent " + times.size() + " times has " + preliminary
                    + " retriable replies and no final one"));
        }
    }

    /** What the broker acknowledged must be there. */
    private static void missing(History history, Map<String, List<Entry>> asked, List<Violation> violations) {
        history.evidence().sent().stream()
                .filter(sent -> sent.kind() == Kind.COMMAND && sent.acknowledged())
                .filter(sent -> !asked.containsKey(sent.commandId().toString()))
                .forEach(sent -> violations.add(Violation.lost(
                        "command " + sent.commandId() + " was acknowledged and is not on " + sent.topic())));
    }

    static Set<String> digests(History history, Kind kind) {
        return history.evidence().sent().stream()
                .filter(sent -> sent.kind() == kind)
                .map(Sent::value)
                .collect(toSet());
    }
}
