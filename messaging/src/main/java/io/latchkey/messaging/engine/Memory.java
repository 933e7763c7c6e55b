package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.AggregateDocument.Seen;
import io.latchkey.messaging.engine.CommandHistory.Match;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an aggregate remembers of the records that it was told: by it repeats are known, and portals limited. */
final class Memory {

    private final EngineSecret secret;
    private final UpstreamHistory upstream;
    private final CommandHistory history;

    Memory(EngineSecret secret, AggregateDocument<?> loaded) {
        this.secret = secret;
        upstream = new UpstreamHistory(loaded.seen());
        history = new CommandHistory(loaded.recent());
    }

    Match match(Work<?> work, Origin.Command command) {
        var content = content(work);
        return work.redrive()
                .map(redrive -> history.match(command.id(), content, redrive))
                .orElseGet(() -> history.match(command.id(), content));
    }

    /** When this command's portal may go on; empty if at once. */
    Optional<Instant> retryAt(Work<?> work, Origin.Command command) {
        return exempt(work, command)
                ? Optional.empty()
                : history.retryAt(work.original().logTime());
    }

    boolean seen(Work<?> work, Origin.Event event) {
        return upstream.repeated(topic(work), event, work.redrive().isPresent());
    }

    /** Whether it is dropped or refused for what is remembered. */
    boolean settles(Work<?> work) {
        return switch (work.record().origin()) {
            case Origin.Command command ->
                match(work, command) != Match.NEW || retryAt(work, command).isPresent();
            case Origin.Event event -> seen(work, event);
            case Origin.Unnumbered unnumbered -> false;
        };
    }

    void decided(Work<?> work, Origin.Command command) {
        remember(work, command, work.redrive().isPresent() ? Fate.REDRIVEN : Fate.DECIDED);
    }

    /** It may come again, and is judged anew. */
    void forget(Origin.Command command) {
        history.forget(command.id());
    }

    void applied(Work<?> work, Origin.Event event) {
        upstream.applied(topic(work), event, false);
    }

    /** The state is gone by this record, or another's: what was open of upstream events before it belonged to the one before. */
    void ended(Work<?> work) {
        long before = work.record().origin() instanceof Origin.Event event ? event.sequence() : Long.MAX_VALUE;
        upstream.close(topic(work), before);
    }

    /** Its decision threw: marked, so that it can be redriven once the fault is mended. */
    void failed(Work<?> work) {
        switch (work.record().origin()) {
            case Origin.Command command -> {
                if (!history.knows(command.id())) {
                    remember(work, command, Fate.FAILED);
                }
            }
            case Origin.Event event -> upstream.applied(topic(work), event, true);
            case Origin.Unnumbered unnumbered -> {}
        }
    }

    private void remember(Work<?> work, Origin.Command command, Fate fate) {
        var content = content(work);
        var known = content == null ? new byte[0] : content;
        history.add(new Recent(command.id(), known, work.place().logTime(), !exempt(work, command), fate));
    }

    /** Null where preparation threw. */
    private byte @Nullable [] content(Work<?> work) {
        return work.readable() ? secret.contentHash(work.prepared().content()) : null;
    }

    /** What operators redrive is not counted against a portal. */
    private static boolean exempt(Work<?> work, Origin.Command command) {
        return command.exempt() || work.redrive().isPresent();
    }

    private static String topic(Work<?> work) {
        return work.original().partition().topic();
    }

    Map<String, Seen> seen() {
        return upstream.kept();
    }

    /** What is to be kept at {@code now}, oldest first. */
    List<Recent> recent(Instant now) {
        return history.kept(now);
    }
}
