package io.latchkey.embedded.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationPurpose;
import io.latchkey.schemas.ReconfirmDue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

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

    long count(Class<? extends SpecificRecord> type) {
        return events(seen -> seen.is(type));
    }

    /** That providers have taken. */
    long helpMails() {
        return events(seen -> seen.content() instanceof NotificationAccepted accepted
                && accepted.getPurpose() == NotificationPurpose.ADMINISTRATOR);
    }

    int deadLetters() {
        return journal.all(Observed::isDeadLetter).size();
    }

    /** The commands that do not have exactly one reply; none if all is well. */
    List<Sent> withoutOneReply(Collection<Sent> commands) {
        var replies = replies();
        return commands.stream()
                .filter(sent -> replies.getOrDefault(sent.id(), Set.of()).size() != 1)
                .toList();
    }

    long replies(UUID commandId) {
        return replies().getOrDefault(commandId, Set.of()).size();
    }

    /** The events that answer each command, repeats of an event counted once. */
    private Map<UUID, Set<UUID>> replies() {
        return journal.all(_ -> true).stream()
                .flatMap(seen -> seen.metadata().stream())
                .filter(metadata -> metadata.getCommandId() != null)
                .collect(groupingBy(EventMetadata::getCommandId, mapping(EventMetadata::getEventId, toSet())));
    }

    private long events(Predicate<Observed> wanted) {
        return journal.all(wanted).stream()
                .flatMap(seen -> seen.metadata().stream())
                .map(EventMetadata::getEventId)
                .distinct()
                .count();
    }
}
