package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.LogEntry.Redrive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command ids that an aggregate has lately used: at least the last 32 and all of 24 hours, at most 256, counted apart
 * for portals and for those that are exempt from their limit, so that neither makes the other's forgotten. Portals may not
 * use more than 256 in 24 hours, so none of theirs is forgotten early. An id whose decision threw, or that was redriven, is
 * kept as long as its dead letter.
 */
final class CommandHistory {

    static final int LIMIT = 256;
    private static final int MINIMUM = 32;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration DEAD_LETTERS_LIVE = Duration.ofDays(15);

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

    /** @param content null where preparation threw: there is nothing to compare */
    Match match(UUID commandId, byte @Nullable [] content) {
        return find(commandId)
                .map(used -> sameContent(used, content) ? Match.REPEATED : Match.REUSED)
                .orElse(Match.NEW);
    }

    /**
     * Of a redriven command: new if it is marked failed, or if no mark was made and it is not known. Where a mark was made
     * and is gone, it was decided since.
     *
     * @param content null where preparation threw: there is nothing to compare
     */
    Match match(UUID commandId, byte @Nullable [] content, Redrive redrive) {
        var match = match(commandId, content);
        return switch (match) {
            case NEW -> redrive.reason().marks() ? Match.REPEATED : Match.NEW;
            case REPEATED -> failed(commandId) ? Match.NEW : Match.REPEATED;
            case REUSED -> Match.REUSED;
        };
    }

    private boolean failed(UUID commandId) {
        return find(commandId).filter(used -> used.fate() == Fate.FAILED).isPresent();
    }

    /** When a portal's next command may come; empty if at once. */
    Optional<Instant> retryAt(Instant now) {
        var portal = recent.stream()
                .filter(used -> used.portal() && within(WINDOW, used, now))
                .toList();
        return portal.size() < LIMIT
                ? Optional.empty()
                : Optional.of(portal.get(portal.size() - LIMIT).at().plus(WINDOW));
    }

    /** Takes the place of what was kept of the same id. */
    void add(Recent used) {
        forget(used.commandId());
        recent.add(used);
    }

    void forget(UUID commandId) {
        recent.removeIf(used -> used.commandId().equals(commandId));
    }

    /** What is to be kept at {@code now}, oldest first. */
    List<Recent> kept(Instant now) {
        var kept = new ArrayDeque<Recent>();
        int portal = 0;
        int exempt = 0;
        for (var used : recent.reversed()) {
            int newer = used.portal() ? portal++ : exempt++;
            if (keeps(used, newer, now)) {
                kept.addFirst(used);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean keeps(Recent used, int newer, Instant now) {
        if (newer >= LIMIT) {
            return false;
        }
        return newer < MINIMUM || within(used.fate() == Fate.DECIDED ? WINDOW : DEAD_LETTERS_LIVE, used, now);
    }

    private static boolean within(Duration window, Recent used, Instant now) {
        return used.at().isAfter(now.minus(window));
    }

    private Optional<Recent> find(UUID commandId) {
        return recent.stream()
                .filter(used -> used.commandId().equals(commandId))
                .findFirst();
    }

    /** A command whose preparation threw has no content to compare; any repeat of it counts as the same. */
    private static boolean sameContent(Recent used, byte @Nullable [] content) {
        return content == null || used.content().length == 0 || Arrays.equals(used.content(), content);
    }
}
