package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.kafka.CompactedValues;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.mongo.MongoStore.Collections;
import io.latchkey.messaging.mongo.StateCodec;
import org.jspecify.annotations.Nullable;

/**
 * What a service gives to have an engine: declare one as a bean, beside {@link io.latchkey.messaging.kafka.Inputs}.
 *
 * @param collections of its aggregates
 * @param values what is kept of its aggregates on compacted topics; null where nothing is
 */
public record EngineDefinition<S, C, O>(
        Collections collections,
        Decider<S, C, O> decider,
        Translation<C, O> translation,
        StateCodec<S> stateCodec,
        Counters counters,
        @Nullable CompactedValues<S> values) {

    /** Of a service that knows accounts only, and keeps nothing of them on compacted topics. */
    public EngineDefinition(
            String collection,
            Decider<S, C, O> decider,
            Translation<C, O> translation,
            StateCodec<S> stateCodec,
            Counters counters) {
        this(new Collections(collection, null), decider, translation, stateCodec, counters, null);
    }
}
