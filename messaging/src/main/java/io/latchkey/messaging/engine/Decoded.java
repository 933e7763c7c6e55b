package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.UUID;

/** What decoding makes of a record. A registry that does not answer is an {@link OutageException}, not one of these. */
public sealed interface Decoded<C> {

    /**
     * A record for an aggregate.
     *
     * @param key of the aggregate, from the payload; equal to the record's own key
     */
    record Relevant<C>(AggregateKey key, Origin origin, UUID correlationId, Preparation<C> preparation)
            implements Decoded<C> {}

    /** A valid record of the topic that this service does not react to. */
    record Irrelevant<C>() implements Decoded<C> {}

    /** A record that nobody can act on: a dead letter, with a reason that holds nothing of its content. */
    record Undecodable<C>(DeadLetterReason reason, String detail) implements Decoded<C> {}
}
