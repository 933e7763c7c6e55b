package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.OutcomeEncoder.Reply;
import java.util.ArrayList;
import java.util.List;
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
    private final OutcomeEncoder<C, O> encoder;
    private final Draft<S> draft;
    private final Memory memory;
    private final List<Consumer<EngineObserver>> reports = new ArrayList<>();

    Fold(Engine<S, C, O> engine, AggregateDocument<S> loaded) {
        this.engine = engine;
        encoder = new OutcomeEncoder<>(engine, loaded);
        draft = new Draft<>(loaded, engine.delivered(), engine.decider()::generation);
        memory = new Memory(engine.secret(), loaded);
    }

    String key() {
        return draft.loaded().key();
    }

    /** To be told once the outcomes are produced: what is folded again is not told twice. */
    List<Consumer<EngineObserver>> reports() {
        return reports;
    }

    /** What is to be produced once the write is won: what was left over first, then what is new, in sequence order. */
    List<Pending> pending() {
        return draft.pending();
    }

    boolean erased() {
        return draft.erased();
    }

    boolean changed() {
        return draft.changed();
    }

    AggregateDocument<S> document() {
        return draft.document(memory);
    }

    /** What is stored once the write is won. */
    AggregateDocument<S> held() {
        return changed() ? document() : draft.loaded();
    }

    /** The counters that the record still needs before it is decided; a repeat needs none. */
    Set<Counter> unreserved(Work<C> work) {
        if (!work.readable() || stillToCome(work) || memory.settles(work)) {
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
        return engine
                .decider()
                .reservations(draft.state(), command, work.original().logTime())
                .stream()
                .filter(counter -> !work.hasReserved(counter))
                .collect(Collectors.toSet());
    }

    /**
     * Folds one record. What its preparation, decision or encoding throws would be thrown again: it becomes a recorded dead
     * letter, and the aggregate goes on.
     *
     * @return false if it must wait for the next round: too much is pending, or a counter is not reserved yet
     */
    boolean apply(Work<C> work) {
        if (draft.full()) {
            return false;
        }
        if (stillToCome(work)) {
            return dropped(work);
        }
        try {
            boolean existed = draft.state() != null;
            long generation = draft.generation();
            boolean applied = applyByOrigin(work);
            if (existed && (draft.state() == null || draft.generation() != generation)) {
                memory.ended(work);
            }
            return applied;
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(work, e);
            return true;
        }
    }

    private boolean applyByOrigin(Work<C> work) {
        return switch (work.record().origin()) {
            case Origin.Command command -> applyCommand(work, command);
            case Origin.Event event -> applyEvent(work, event);
            case Origin.Unnumbered unnumbered -> decide(work, null) != Result.DEFERRED;
        };
    }

    /**
     * A redriven record whose original is beyond what this aggregate and this service have read: database or watermarks
     * are older than the dead letter, and the original itself is read once more. It answers, or fails again.
     */
    private boolean stillToCome(Work<C> work) {
        var original = work.original();
        return work.redrive().isPresent()
                && !draft.applied(original)
                && !engine.delivered().covers(original);
    }

    private boolean applyCommand(Work<C> work, Origin.Command command) {
        return switch (memory.match(work, command)) {
            case REPEATED -> repeated(work);
            case REUSED -> refuse(work, null, new Refusal.CommandIdReused(command.id()));
            case NEW -> applyNew(work, command);
        };
    }

    private boolean applyNew(Work<C> work, Origin.Command command) {
        var retryAt = memory.retryAt(work, command);
        if (retryAt.isPresent()) {
            return refuse(work, command.id(), new Refusal.RateLimited(retryAt.get()));
        }
        var result = decide(work, command.id());
        switch (result) {
            case REMEMBERED -> memory.decided(work, command);
            case NOT_REMEMBERED -> memory.forget(command);
            case DEFERRED -> {}
        }
        return result != Result.DEFERRED;
    }

    private boolean applyEvent(Work<C> work, Origin.Event event) {
        if (memory.seen(work, event)) {
            return repeated(work);
        }
        if (decide(work, null) == Result.DEFERRED) {
            return false;
        }
        memory.applied(work, event);
        return true;
    }

    /** A redrive that was a repeat stays one, however much is forgotten until it is read again. */
    private boolean repeated(Work<C> work) {
        if (work.redrive().isPresent()) {
            draft.passed(work);
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
        var reply = new Reply(commandId, work.place());
        draft.advance(work, draft.state(), encoder.encode(work, List.of(outcome), reply, draft.sequences()));
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
        Decision<S, O> decision =
                engine.decider().decide(draft.state(), command, work.context(engine.secret(), draft.generation()));
        boolean remembered = commandId == null || decision.remembered();
        var reply = new Reply(commandId, remembered ? work.original() : work.place(), destroyed(decision));
        draft.advance(work, decision.next(), encoder.encode(work, decision.outcomes(), reply, draft.sequences()));
        return decision.remembered() ? Result.REMEMBERED : Result.NOT_REMEMBERED;
    }

    /** The key that goes with the state, before the outcomes that say so are told. */
    private @Nullable String destroyed(Decision<S, O> decision) {
        var keyId = draft.erasedBy(decision.next()) ? draft.keyId() : null;
        if (keyId != null && decision.outcomes().isEmpty()) {
            throw new IllegalStateException("an erasure must be told: its key is destroyed before that");
        }
        return keyId;
    }

    /** Never retried: marked, so that it can be redriven once the fault is mended. */
    private void fail(Work<C> work, RuntimeException failure) {
        reports.add(observer -> observer.failed(work.original(), failure));
        reports.add(observer -> observer.deadLettered(work.original(), DeadLetterReason.DECISION_FAILED));
        draft.advance(work, draft.state(), encoder.deadLetter(work, draft.sequences()));
        memory.failed(work);
    }
}
