package io.latchkey.embedded.demo;

import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.ReconfirmDue;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Counts what is on the topics, repeated events once. */
record Tally(Journal journal) {

    long methodsProven() {
        return events(seen -> seen.is(MethodProven.class));
    }

    long rejections() {
        return events(seen -> seen.is(CommandRejected.class) || seen.is(CodeRejected.class));
    }

    long reconfirmations() {
        return events(seen -> seen.is(ReconfirmDue.class));
    }

    int deadLetters() {
        return journal.all(Observed::isDeadLetter).size();
    }

    /** The commands that do not have exactly one reply, counted by event; none if all is well. */
    List<Sent> withoutOneReply(Collection<Sent> commands) {
        return commands.stream().filter(sent -> replies(sent.id()) != 1).toList();
    }

    long replies(UUID commandId) {
        return events(seen -> seen.answers(commandId));
    }

    private long events(Predicate<Observed> wanted) {
        return journal.all(wanted).stream()
                .flatMap(seen -> seen.metadata().stream())
                .map(EventMetadata::getEventId)
                .distinct()
                .count();
    }
}
