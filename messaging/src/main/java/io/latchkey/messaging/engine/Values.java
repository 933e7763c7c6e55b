package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The compacted values of one service: what a topic keeps of each aggregate, for readers that ask nobody. A pure function
 * of what is stored, so that the value of one version is the same whoever makes it.
 */
public interface Values<S> {

    /** The topic whose last event a value of this aggregate reflects. */
    String eventsOf(AggregateKey key);

    /**
     * The value of an aggregate that has a state, or the tombstone of one that had.
     *
     * @return empty where nothing is kept of aggregates of this kind
     * @throws OutageException if the registry does not answer or a recipient's public key is not known yet
     */
    Optional<OutputRecord> of(AggregateKey key, @Nullable S state, ValueStamp stamp);
}
