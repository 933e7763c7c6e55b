package io.latchkey.messaging.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.ValueStamp;
import io.latchkey.schemas.topics.Topic;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one service keeps of its aggregates on compacted topics. An aggregate whose state is gone gets a tombstone, which
 * needs no record; one that never had a state gets nothing.
 */
public interface CompactedValues<S> {

    /** Where the value of this aggregate is kept; empty where none is. */
    Optional<Topic> topicOf(AggregateKey key);

    /** The topic whose last event a value of this aggregate reflects. */
    Topic eventsOf(AggregateKey key);

    /** A pure function of what is stored. */
    SpecificRecord write(AggregateKey key, S state, ValueStamp stamp);
}
