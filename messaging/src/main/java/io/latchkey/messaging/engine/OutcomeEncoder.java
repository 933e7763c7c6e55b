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

    /**
     * Whom outcomes answer, and as what they are known.
     *
     * @param commandId answered by the first outcome; null where none is
     * @param source of the events' ids
     * @param destroys the key that is destroyed before they are told; null for most
     */
    record Reply(
            @Nullable UUID commandId,
            InputRecord source,
            @Nullable String destroys) {

        Reply(@Nullable UUID commandId, InputRecord source) {
            this(commandId, source, null);
        }
    }

    Encoded encode(Work<C> work, List<O> outcomes, Reply reply, Map<String, Long> sequences) {
        var next = new HashMap<>(sequences);
        var encoded = new ArrayList<Pending>();
        for (int ordinal = 0; ordinal < outcomes.size(); ordinal++) {
            var outcome = outcomes.get(ordinal);
            long sequence = next.merge(codec.topicOf(outcome), 1L, Long::sum);
            var envelope = envelope(work, reply, ordinal, sequence);
            encoded.add(pending(work, envelope.eventId(), codec.encode(outcome, envelope), reply.destroys()));
        }
        return new Encoded(encoded, next);
    }

    Encoded deadLetter(Work<C> work, Map<String, Long> sequences) {
        var letter = deadLetters.of(
                work.entry(), DeadLetterReason.DECISION_FAILED, "the decision threw; see the service's log");
        return new Encoded(List.of(pending(work, DeadLetters.id(work.entry()), letter, null)), sequences);
    }

    private Envelope envelope(Work<C> work, Reply reply, int ordinal, long sequence) {
        var record = work.record();
        return new Envelope(
                Ids.event(reply.source(), ordinal),
                ordinal == 0 ? reply.commandId() : null,
                AggregateKey.parse(aggregate.key()),
                sequence,
                aggregate.epoch(),
                work.original().logTime(),
                record.correlationId(),
                record.origin().id(),
                work.original().header(Header.TRACEPARENT),
                reply.destroys());
    }

    private static Pending pending(Work<?> work, UUID id, OutputRecord output, @Nullable String destroys) {
        return new Pending(id, work.place().partition().id(), work.place().offset(), output, destroys);
    }
}
