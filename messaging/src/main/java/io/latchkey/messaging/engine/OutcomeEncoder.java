package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the outcomes of one aggregate's records into the very bytes that will be produced, numbered per topic. */
final class OutcomeEncoder<C, O> {

    private final Codec<C, O> codec;
    private final DeadLetters deadLetters;
    private final AggregateDocument<?> aggregate;

    OutcomeEncoder(Engine<?, C, O> engine, AggregateDocument<?> aggregate) {
        this.codec = engine.ports().codec();
        this.deadLetters = engine.deadLetters();
        this.aggregate = aggregate;
    }

    /** Outcomes as bytes, with the last sequence of each topic after them. */
    record Encoded(List<Pending> pending, Map<String, Long> sequences) {}

    /** @param commandId answered by the first outcome; null where none is */
    Encoded encode(Work<C> work, List<O> outcomes, @Nullable UUID commandId, Map<String, Long> sequences) {
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

    Encoded deadLetter(Work<C> work, Map<String, Long> sequences) {
        var letter = deadLetters.of(
                work.input(), DeadLetterReason.DECISION_FAILED, "the decision threw; see the service's log");
        return new Encoded(List.of(pending(work, DeadLetters.id(work.input()), letter)), sequences);
    }

    private Envelope envelope(Work<C> work, int ordinal, @Nullable UUID commandId, long sequence) {
        var input = work.input();
        var record = work.record();
        return new Envelope(
                Ids.event(input, ordinal),
                commandId,
                AggregateKey.parse(aggregate.key()),
                sequence,
                aggregate.epoch(),
                input.logTime(),
                record.correlationId(),
                record.origin().id(),
                input.header(Header.TRACEPARENT));
    }

    private static Pending pending(Work<?> work, UUID id, OutputRecord output) {
        return new Pending(id, work.input().partition().id(), work.input().offset(), output);
    }
}
