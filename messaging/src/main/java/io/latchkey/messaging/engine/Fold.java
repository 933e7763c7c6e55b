package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds the records of one aggregate, in order, into its next document. Nothing outside sees it until that document has
 * won its write.
 */
final class Fold<S, C, O> {

    private final Engine<S, C, O> engine;
    private final String key;
    private final long version;
    private final Map<String, Long> positions;
    private final List<Pending> pending;
    private final Map<String, Seen> seen;
    private final CommandHistory history;
    private final AggregateDocument.@Nullable Attachment attachment;
    private Map<String, Long> sequences;
    private @Nullable S state;
    private @Nullable Instant epoch;
    private @Nullable Instant now;
    private int pendingBytes;

    Fold(Engine<S, C, O> engine, String key, @Nullable AggregateDocument<S> loaded) {
        this.engine = engine;
        this.key = key;
        version = loaded == null ? 0 : loaded.version();
        epoch = loaded == null ? null : loaded.epoch();
        state = loaded == null ? null : loaded.state();
        positions = loaded == null ? new HashMap<>() : new HashMap<>(loaded.positions());
        sequences = loaded == null ? Map.of() : loaded.sequences();
        seen = loaded == null ? new HashMap<>() : new HashMap<>(loaded.seen());
        history = new CommandHistory(loaded == null ? List.of() : loaded.recent());
        attachment = loaded == null ? null : loaded.attachment();
        pending = loaded == null ? new ArrayList<>() : new ArrayList<>(loaded.pending());
        pending.removeIf(engine.delivered()::covers);
        pendingBytes = pending.stream().mapToInt(p -> p.output().size()).sum();
    }

    String key() {
        return key;
    }

    /** What is to be produced once the write is won: what was left over first, then what is new, in sequence order. */
    List<Pending> pending() {
        return pending;
    }

    boolean changed() {
        return now != null;
    }

    AggregateDocument<S> document() {
        if (now == null || epoch == null) {
            throw new IllegalStateException("nothing was folded");
        }
        return new AggregateDocument<>(
                key, version + 1, epoch, state, positions, pending, sequences, seen, history.kept(now), attachment);
    }

    /** Whether the record was applied in an earlier write. */
    boolean applied(InputRecord record) {
        return record.offset() <= positions.getOrDefault(record.partition().id(), -1L);
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
            case Origin.Command command -> history.knows(command.id());
            case Origin.Event event -> seen(work, event);
            case Origin.Unnumbered unnumbered -> false;
        };
    }

    /**
     * Folds one record.
     *
     * @return false if it must wait for the next round: too much is pending, or a counter is not reserved yet
     */
    boolean apply(Work<C> work) {
        if (pendingBytes >= Engine.MAX_PENDING_BYTES) {
            return false;
        }
        return switch (work.record().origin()) {
            case Origin.Command command -> applyCommand(work, command);
            case Origin.Event event -> applyEvent(work, event);
            case Origin.Unnumbered unnumbered -> decide(work, null) != Result.DEFERRED;
        };
    }

    private boolean applyCommand(Work<C> work, Origin.Command command) {
        var content =
                work.readable() ? engine.secret().contentHash(work.prepared().content()) : new byte[0];
        return switch (history.match(command.id(), content)) {
            case REPEATED -> repeated(work);
            case REUSED -> refuse(work, null, new Refusal.CommandIdReused(command.id()));
            case NEW -> applyNew(work, command, content);
        };
    }

    private boolean applyNew(Work<C> work, Origin.Command command, byte[] content) {
        var at = work.input().logTime();
        var retryAt = command.exempt() ? Optional.<Instant>empty() : history.retryAt(at);
        if (retryAt.isPresent()) {
            return refuse(work, command.id(), new Refusal.RateLimited(retryAt.get()));
        }
        var result = decide(work, command.id());
        if (result == Result.REMEMBERED || result == Result.FAILED) {
            history.add(new Recent(command.id(), content, at, !command.exempt(), result == Result.FAILED));
        }
        return result != Result.DEFERRED;
    }

    private boolean applyEvent(Work<C> work, Origin.Event event) {
        if (seen(work, event)) {
            return repeated(work);
        }
        var result = decide(work, null);
        if (result != Result.DEFERRED) {
            see(work, event, result == Result.FAILED);
        }
        return result != Result.DEFERRED;
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
        engine.observer().repeated(work.input());
        return true;
    }

    private boolean refuse(Work<C> work, @Nullable UUID commandId, Refusal refusal) {
        var outcome = engine.decider().refused(work.prepared().command(), refusal);
        advance(work, state, encode(work, List.of(outcome), commandId));
        return true;
    }

    private enum Result {
        REMEMBERED,
        NOT_REMEMBERED,
        FAILED,
        DEFERRED
    }

    /** A decision that throws would throw again: it becomes a recorded dead letter, and the aggregate goes on. */
    private Result decide(Work<C> work, @Nullable UUID commandId) {
        try {
            var command = work.prepared().command();
            if (!missing(work).isEmpty()) {
                return Result.DEFERRED;
            }
            Decision<S, O> decision = engine.decider().decide(state, command, work.context(engine.secret()));
            advance(work, decision.next(), encode(work, decision.outcomes(), commandId));
            return decision.remembered() ? Result.REMEMBERED : Result.NOT_REMEMBERED;
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            engine.observer().failed(work.input(), e);
            advance(work, state, deadLetter(work));
            return Result.FAILED;
        }
    }

    /** Outcomes as bytes, with the sequences they end at. */
    private record Encoded(List<Pending> pending, Map<String, Long> sequences) {}

    private Encoded encode(Work<C> work, List<O> outcomes, @Nullable UUID commandId) {
        var codec = engine.ports().codec();
        var next = new HashMap<>(sequences);
        var encoded = new ArrayList<Pending>();
        for (int ordinal = 0; ordinal < outcomes.size(); ordinal++) {
            var outcome = outcomes.get(ordinal);
            long sequence = next.merge(codec.topicOf(outcome), 1L, Long::sum);
            var envelope = envelope(work, ordinal, ordinal == 0 ? commandId : null, sequence);
            encoded.add(pending(work, envelope.eventId(), codec.encode(outcome, envelope)));
        }
        return new Encoded(encoded, next);
    }

    private Envelope envelope(Work<C> work, int ordinal, @Nullable UUID commandId, long sequence) {
        var input = work.input();
        var record = work.record();
        return new Envelope(
                Ids.event(input, ordinal),
                commandId,
                AggregateKey.parse(key),
                sequence,
                epochFrom(input),
                input.logTime(),
                record.correlationId(),
                record.origin().id(),
                input.header(Header.TRACEPARENT));
    }

    private Encoded deadLetter(Work<C> work) {
        engine.observer().deadLettered(work.input(), DeadLetterReason.DECISION_FAILED);
        var letter = engine.deadLetters()
                .of(work.input(), DeadLetterReason.DECISION_FAILED, "the decision threw; see the service's log");
        return new Encoded(List.of(pending(work, DeadLetters.id(work.input()), letter)), sequences);
    }

    private static <C> Pending pending(Work<C> work, UUID id, OutputRecord output) {
        return new Pending(id, work.input().partition().id(), work.input().offset(), output);
    }

    private void advance(Work<C> work, @Nullable S next, Encoded encoded) {
        state = next;
        epoch = epochFrom(work.input());
        now = work.input().logTime();
        sequences = encoded.sequences();
        pending.addAll(encoded.pending());
        pendingBytes +=
                encoded.pending().stream().mapToInt(p -> p.output().size()).sum();
        positions.merge(work.input().partition().id(), work.input().offset(), Math::max);
    }

    private Instant epochFrom(InputRecord first) {
        if (epoch != null) {
            return epoch;
        }
        return first.logTime().isAfter(engine.restoredAt()) ? first.logTime() : engine.restoredAt();
    }
}
