package io.latchkey.crashtest.checker;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was asked of the provider per notification, and how notifications ended. */
final class Ends {

    private Ends() {}

    /** The calls of each notification, as they arrived. */
    static Map<String, List<Call>> calls(History history) {
        return history.evidence().calls().stream()
                .sorted(Comparator.comparing(Call::arrivedAt))
                .collect(groupingBy(Call::notification));
    }

    /** The event that tells each notification's end; of several, the first. */
    static Map<String, Entry> ends(History history) {
        return history.events(Topics.NOTIFICATION_EVENTS)
                .collect(toMap(event -> event.required("notificationId"), event -> event, (first, other) -> first));
    }
}
