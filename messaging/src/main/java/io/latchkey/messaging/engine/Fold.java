package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.CommandHistory.Match;
import io.latchkey.messaging.engine.OutcomeEncoder.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final UpstreamHistory upstream;
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
        upstream = new UpstreamHistory(loaded.seen());
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
                upstream.kept(),
                history.kept(now),
                loaded.attachment());
    }

    /** The counters that the record still needs before it is decided; a repeat needs none. */
    Set<Counter> unreserved(Work<C> work) {
        if (!work.readable() || needsNoDecision(work)) {
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
        return engine.decider().reservations(state, command, work.original().logTime()).stream()
                .filter(counter -> !work.hasReserved(counter))
                .collect(Collectors.toSet());
    }

    private boolean needsNoDecision(Work<C> work) {
        return stillToCome(work)
                || switch (work.record().origin()) {
                    case Origin.Command command ->
                        match(work, command, content(work)) != Match.NEW
                                || retryAt(work, command).isPresent();
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
        if (stillToCome(work)) {
            return dropped(work);
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

    /**
     * A redriven record whose original is beyond what this aggregate and this service have read: database or watermarks
     * are older than the dead letter, and the original itself is read once more. It answers, or fails again.
     */
    private boolean stillToCome(Work<C> work) {
        var original = work.original();
        return work.redrive().isPresent()
                && original.offset()
                        > positions.getOrDefault(original.partition().id(), -1L)
                && !engine.delivered().covers(original);
    }

    private boolean applyCommand(Work<C> work, Origin.Command command) {
        var content = content(work);
        return switch (match(work, command, content)) {
            case REPEATED -> repeated(work);
            case REUSED -> refuse(work, null, new Refusal.CommandIdReused(command.id()));
            case NEW -> applyNew(work, command, content);
        };
    }

    private Match match(Work<C> work, Origin.Command command, byte @Nullable [] content) {
        return work.redrive()
                .map(redrive -> history.match(command.id(), content, redrive))
                .orElseGet(() -> history.match(command.id(), content));
    }

    /** Null where preparation threw. */
    private byte @Nullable [] content(Work<C> work) {
        return work.readable() ? engine.secret().contentHash(work.prepared().content()) : null;
    }

    private boolean applyNew(Work<C> work, Origin.Command command, byte @Nullable [] content) {
        var retryAt = retryAt(work, command);
        if (retryAt.isPresent()) {
            return refuse(work, command.id(), new Refusal.RateLimited(retryAt.get()));
        }
        var result = decide(work, command.id());
        switch (result) {
            case REMEMBERED ->
                remember(work, command, content, work.redrive().isPresent() ? Fate.REDRIVEN : Fate.DECIDED);
            case NOT_REMEMBERED -> history.forget(command.id());
            case DEFERRED -> {}
        }
        return result != Result.DEFERRED;
    }

    private void remember(Work<C> work, Origin.Command command, byte @Nullable [] content, Fate fate) {
        var known = content == null ? new byte[0] : content;
        history.add(new Recent(command.id(), known, work.place().logTime(), !exempt(work, command), fate));
    }

    private Optional<Instant> retryAt(Work<C> work, Origin.Command command) {
        return exempt(work, command)
                ? Optional.empty()
                : history.retryAt(work.original().logTime());
    }

    /** What operators redrive is not counted against a portal. */
    private static boolean exempt(Work<?> work, Origin.Command command) {
        return command.exempt() || work.redrive().isPresent();
    }

    private boolean applyEvent(Work<C> work, Origin.Event event) {
        if (seen(work, event)) {
            return repeated(work);
        }
        if (decide(work, null) == Result.DEFERRED) {
            return false;
        }
        upstream.applied(work.original().partition().topic(), event, false);
        return true;
    }

    private boolean seen(Work<C> work, Origin.Event event) {
        return upstream.repeated(
                work.original().partition().topic(), event, work.redrive().isPresent());
    }

    /** A redrive that was a repeat stays one, however much is forgotten until it is read again. */
    private boolean repeated(Work<C> work) {
        if (work.redrive().isPresent()) {
            passed(work);
        }
        return dropped(work);
    }

    private boolean dropped(Work<C> work) {
        reports.add(observer -> observer.repeated(work.place()));
        return true;
    }

    /** Not remembered, so that a redrive of it is refused again: each as an event of its own. */
    private boolean refuse(Work<C> work, @Nullable UUID commandId, Refusal refusal) {
        var outcome = engine.decider().refused(work.prepared().command(), refusal);
        advance(work, state, encoder.encode(work, List.of(outcome), new Reply(commandId, work.place()), sequences));
        return true;
    }

    private enum Result {
        REMEMBERED,
        NOT_REMEMBERED,
        DEFERRED
    }

    /** What is not remembered may be decided again when it is redriven again, and is told as an event of its own then. */
    private Result decide(Work<C> work, @Nullable UUID commandId) {
        var command = work.prepared().command();
        if (!missing(work).isEmpty()) {
            return Result.DEFERRED;
        }
        Decision<S, O> decision = engine.decider().decide(state, command, work.context(engine.secret()));
        boolean remembered = commandId == null || decision.remembered();
        var reply = new Reply(commandId, remembered ? work.original() : work.place());
        advance(work, decision.next(), encoder.encode(work, decision.outcomes(), reply, sequences));
        return decision.remembered() ? Result.REMEMBERED : Result.NOT_REMEMBERED;
    }

    /** Never retried: marked, so that it can be redriven once the fault is mended. */
    private void fail(Work<C> work, RuntimeException failure) {
        reports.add(observer -> observer.failed(work.original(), failure));
        reports.add(observer -> observer.deadLettered(work.original(), DeadLetterReason.DECISION_FAILED));
        advance(work, state, encoder.deadLetter(work, sequences));
        switch (work.record().origin()) {
            case Origin.Command command -> {
                if (!history.knows(command.id())) {
                    remember(work, command, content(work), Fate.FAILED);
                }
            }
            case Origin.Event event ->
                upstream.applied(work.original().partition().topic(), event, true);
            case Origin.Unnumbered unnumbered -> {}
        }
    }

    private void advance(Work<C> work, @Nullable S next, OutcomeEncoder.Encoded encoded) {
        state = next;
        sequences = encoded.sequences();
        pending.addAll(encoded.pending());
        pendingBytes +=
                encoded.pending().stream().mapToInt(p -> p.output().size()).sum();
        passed(work);
    }

    private void passed(Work<C> work) {
        now = work.place().logTime();
        positions.merge(work.place().partition().id(), work.place().offset(), Math::max);
    }
}
