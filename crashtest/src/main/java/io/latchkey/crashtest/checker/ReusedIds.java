package io.latchkey.crashtest.checker;

import io.latchkey.crashtest.checker.Sent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Another content under an id that was answered is refused, once for each time that it was sent. */
final class ReusedIds implements Invariant {

    @Override
    public Finding check(History history) {
        var reused = OneReply.digests(history, Kind.REUSED_ID);
        var asked = History.by(
                Topics.COMMANDS.stream().flatMap(history::records).filter(entry -> reused.contains(entry.value())),
                entry -> entry.required("metadata.commandId"));
        var refused = History.by(
                Stream.of(Topics.REGISTRATION_EVENTS, Topics.VERIFICATION_EVENTS)
                        .flatMap(history::events)
                        .filter(entry -> entry.text("conflictingCommandId").isPresent()),
                entry -> entry.required("conflictingCommandId"));
        var violations = new ArrayList<Violation>();
        asked.forEach((id, times) -> {
            int refusals = refused.getOrDefault(id, List.of()).size();
            if (refusals != times.size()) {
                violations.add(Violation.of("id " + id + " used " + times.size()
                        + " times for something else was refused " + refusals + " times"));
            }
        });
        return new Finding("1  an id used twice is refused", asked.size(), violations);
    }
}
