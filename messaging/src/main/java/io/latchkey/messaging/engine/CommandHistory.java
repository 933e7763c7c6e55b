package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The command ids that an aggregate has lately used: at least the last 32 and all of 24 hours, at most 256. Portals may
 * not use more than 256 in 24 hours, so that none of theirs is forgotten early.
 */
final class CommandHistory {

    static final int LIMIT = 256;
    private static final int MINIMUM = 32;
    private static final Duration WINDOW = Duration.ofHours(24);

    private final List<Recent> recent;

    CommandHistory(List<Recent> recent) {
        this.recent = new ArrayList<>(recent);
    }

    enum Match {
        NEW,
        REPEATED,
        REUSED
    }

    boolean knows(UUID commandId) {
        return find(commandId).isPresent();
    }

    Match match(UUID commandId, byte[] content) {
        return find(commandId)
                .map(used -> sameContent(used, content) ? Match.REPEATED : Match.REUSED)
                .orElse(Match.NEW);
    }

    /** When a portal's next command may come; empty if at once. */
    Optional<Instant> retryAt(Instant now) {
        var portal = recent.stream()
                .filter(used -> used.portal() && used.at().isAfter(now.minus(WINDOW)))
                .toList();
        return portal.size() < LIMIT
                ? Optional.empty()
                : Optional.of(portal.getFirst().at().plus(WINDOW));
    }

    void add(Recent used) {
        recent.add(used);
    }

    /** What is to be kept at {@code now}, oldest first. */
    List<Recent> kept(Instant now) {
        int first = Math.max(0, recent.size() - LIMIT);
        int always = recent.size() - MINIMUM;
        while (first < always && !recent.get(first).at().isAfter(now.minus(WINDOW))) {
            first++;
        }
        return List.copyOf(recent.subList(first, recent.size()));
    }

    private Optional<Recent> find(UUID commandId) {
        return recent.stream()
                .filter(used -> used.commandId().equals(commandId))
                .findFirst();
    }

    /** A command whose preparation threw has no content to compare; any repeat of it counts as the same. */
    private static boolean sameContent(Recent used, byte[] content) {
        return used.content().length == 0 || Arrays.equals(used.content(), content);
    }
}
