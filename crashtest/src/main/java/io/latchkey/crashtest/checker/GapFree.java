package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The events of an aggregate on a topic are numbered from 1 without a gap within an epoch, first appear in that order, and
 * are the same bytes whenever they appear again.
 */
final class GapFree implements Invariant {

    private static final List<String> NUMBERED =
            List.of(Topics.REGISTRATION_EVENTS, Topics.VERIFICATION_EVENTS, Topics.CODES, Topics.NOTIFICATION_EVENTS);

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        var aggregates = History.by(NUMBERED.stream().flatMap(history::events), GapFree::aggregate);
        aggregates.forEach((name, events) -> judge(name, events, violations));
        repeats(NUMBERED.stream().flatMap(history::records), violations);
        return new Finding("5  sequences without a gap, in order", aggregates.size(), violations);
    }

    private static String aggregate(Entry event) {
        var notification =
                event.topic().equals(Topics.NOTIFICATION_EVENTS) ? event.required("notificationId") : event.key();
        return event.topic() + " " + notification + " epoch " + event.epoch();
    }

    /** @param events as they first appeared */
    private static void judge(String name, List<Entry> events, List<Violation> violations) {
        long expected = 1;
        for (var event : events) {
            if (event.sequence() != expected) {
                violations.add(Violation.of(
                        name + ": " + event + " has number " + event.sequence() + " where " + expected + " was next"));
                return;
            }
            expected++;
        }
    }

    private static void repeats(Stream<Entry> records, List<Violation> violations) {
        Map<String, Entry> first = new HashMap<>();
        records.filter(Entry::isEvent).forEach(record -> {
            var known = first.putIfAbsent(record.topic() + " " + record.eventId(), record);
            if (known != null && (!known.bytes().equals(record.bytes()) || known.partition() != record.partition())) {
                violations.add(
                        Violation.of(record + " says something else than " + known + " under the same event id"));
            }
        });
    }
}
