package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.AggregateDocument.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds the records of one aggregate, in order, into its next document. Nothing outside sees it until that document has
 * won its write.
 */
final class Fold<S, C, O> {

    private final Engine<S, C, O> engine;
    private final AggregateDocument<S> loaded;
    private final OutcomeEncoder<C, O> encoder;
    private final Map<String, Long> positions;
    private final List<Pending> pending;
    private final Map<String, Seen> seen;
    private final CommandHistory history;
    private Map<String, Long> sequences;
    private @Nullable S state;
    private @Nullable Instant now;
    private int pendingBytes;
    private final List<Consumer<EngineObserver>> reports = new ArrayList<>();

    Fold(Engine<S, C, O> engine, AggregateDocument<S> loaded) {
        this.engine = engine;
        this.loaded = loaded;
        encoder = new OutcomeEncoder<>(engine, loaded);
        state = loaded.state();
        positions = new HashMap<>(loaded.positions());
        sequences = loaded.sequences();
        seen = new HashMap<>(loaded.seen());
        history = new CommandHistory(loaded.recent());
        pending = new ArrayList<>(loaded.pending());
        pending.removeIf(engine.delivered()::covers);
        pendingBytes = pending.stream().mapToInt(p -> p.output().size()).sum();
    }

    String key() {
        return loaded.key();
    }

    /** To be told once the outcomes are produced: what is folded again is not told twice. */
    List<Consumer<EngineObserver>> reports() {
        return reports;
    }

    /** What is to be produced once the write is won: what was left over first, then what is new, in sequence order. */
    List<Pending> pending() {
        return pending;
    }

    boolean changed() {
        return now != null;
    }

    AggregateDocument<S> document() {
        if (now == null) {
            throw new IllegalStateException("nothing was folded");
        }
        return new AggregateDocument<>(
                loaded.key(),
                loaded.version() + 1,
                loaded.epoch(),
                state,
                positions,
                pending,
                sequences,
                seen,
                history.kept(now),
                loaded.attachment());
    }

    /** The counters that the record still needs before it is decided; a repeat needs none. */
    Set<Counter> unreserved(Work<C> work) {
        if (!work.readable() || known(work)) {
            return Set.of();
        }
        try {
            return missing(work);
        } catch (RuntimeException e) {
            // Deciding asks the same again, and records what is thrown as this record's failure.
            return Set.of();
        }
    }

    private Set<Counter> missing(Work<C> work) {
        var command = work.prepared().command();
        return engine.decider().reservations(state, command, work.input().logTime()).stream()
                .filter(counter -> !work.hasReserved(counter))
                .collect(Collectors.toSet());
    }

    private boolean known(Work<C> work) {
        return switch (work.record().origin()) {
            case Origin.Command command ->
                history.knows(command.id()) || retryAt(work, command).isPresent();
            case Origin.Event event -> seen(work, event);
            case Origin.Unnumbered unnumbered -> false;
        };
    }

    /**
     * Folds one record. What its preparation, decision or encoding throws would be thrown again: it becomes a recorded dead
     * letter, and the aggregate goes on.
     *
     * @return false if it must wait for the next round: too much is pending, or a counter is not reserved yet
     */
    boolean apply(Work<C> work) {
        if (pendingBytes >= Engine.MAX_PENDING_BYTES) {
            return false;
        }
        try {
            return switch (work.record().origin()) {
                case Origin.Command command -> applyCommand(work, command);
                case Origin.Event event -> applyEvent(work, event);
                case Origin.Unnumbered unnumbered -> decide(work, null) != Result.DEFERRED;
            };
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(work, e);
            return true;
        }
    }

    private boolean applyCommand(Work<C> work, Origin.Command command) {
        if (!work.readable() && history.knows(command.id())) {
            return repeated(work);
        }
        var content = engine.secret().contentHash(work.prepared().content());
        return switch (history.match(command.id(), content)) {
            case REPEATED -> repeated(work);
            case REUSED -> refuse(work, null, new Refusal.CommandIdReused(command.id()));
            case NEW -> applyNew(work, command, content);
        };
    }

    private boolean applyNew(Work<C> work, Origin.Command command, byte[] content) {
        var retryAt = retryAt(work, command);
        if (retryAt.isPresent()) {
            return refuse(work, command.id(), new Refusal.RateLimited(retryAt.get()));
        }
        var result = decide(work, command.id());
        if (result == Result.REMEMBERED) {
            history.add(new Recent(command.id(), content, work.input().logTime(), !command.exempt(), false));
        }
        return result != Result.DEFERRED;
    }

    private Optional<Instant> retryAt(Work<C> work, Origin.Command command) {
        return command.exempt()
                ? Optional.empty()
                : history.retryAt(work.input().logTime());
    }

    private boolean applyEvent(Work<C> work, Origin.Event event) {
        if (seen(work, event)) {
            return repeated(work);
        }
        if (decide(work, null) == Result.DEFERRED) {
            return false;
        }
        see(work, event, false);
        return true;
    }

    private boolean seen(Work<C> work, Origin.Event event) {
        var last = seen.get(work.input().partition().topic());
        if (last == null || event.epoch().isAfter(last.epoch())) {
            return false;
        }
        return event.epoch().isBefore(last.epoch()) || event.sequence() <= last.sequence();
    }

    private void see(Work<C> work, Origin.Event event, boolean failed) {
        var topic = work.input().partition().topic();
        var last = seen.get(topic);
        Set<Long> failures =
                last != null && last.epoch().equals(event.epoch()) ? new HashSet<>(last.failed()) : new HashSet<>();
        if (failed) {
            failures.add(event.sequence());
        }
        seen.put(topic, new Seen(event.epoch(), event.sequence(), failures));
    }

    private boolean repeated(Work<C> work) {
        reports.add(observer -> observer.repeated(work.input()));
        return true;
    }

    private boolean refuse(Work<C> work, @Nullable UUID commandId, Refusal refusal) {
        var outcome = engine.decider().refused(work.prepared().command(), refusal);
        advance(work, state, encoder.encode(work, List.of(outcome), commandId, sequences));
        return true;
    }

    private enum Result {
        REMEMBERED,
        NOT_REMEMBERED,
        DEFERRED
    }

    private Result decide(Work<C> work, @Nullable UUID commandId) {
        var command = work.prepared().command();
        if (!missing(work).isEmpty()) {
            return Result.DEFERRED;
        }
        Decision<S, O> decision = engine.decider().decide(state, command, work.context(engine.secret()));
        advance(work, decision.next(), encoder.encode(work, decision.outcomes(), commandId, sequences));
        return decision.remembered() ? Result.REMEMBERED : Result.NOT_REMEMBERED;
    }

    /** Never retried: marked, so that it can be redriven once the fault is mended. */
    private void fail(Work<C> work, RuntimeException failure) {
        reports.add(observer -> observer.failed(work.input(), failure));
        reports.add(observer -> observer.deadLettered(work.input(), DeadLetterReason.DECISION_FAILED));
        advance(work, state, encoder.deadLetter(work, sequences));
        switch (work.record().origin()) {
            case Origin.Command command -> {
                if (!history.knows(command.id())) {
                    var content = work.readable()
                            ? engine.secret().contentHash(work.prepared().content())
                            : new byte[0];
                    history.add(new Recent(command.id(), content, work.input().logTime(), !command.exempt(), true));
                }
            }
            case Origin.Event event -> see(work, event, true);
            case Origin.Unnumbered unnumbered -> {}
        }
    }

    private void advance(Work<C> work, @Nullable S next, OutcomeEncoder.Encoded encoded) {
        state = next;
        now = work.input().logTime();
        sequences = encoded.sequences();
        pending.addAll(encoded.pending());
        pendingBytes +=
                encoded.pending().stream().mapToInt(p -> p.output().size()).sum();
        positions.merge(work.input().partition().id(), work.input().offset(), Math::max);
    }
}
