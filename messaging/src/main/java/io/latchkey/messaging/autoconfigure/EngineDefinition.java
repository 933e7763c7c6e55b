package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.mongo.StateCodec;

/**
 * What a service gives to have an engine: declare one as a bean, beside {@link io.latchkey.messaging.kafka.Inputs}.
 *
 * @param collection of its aggregates
 */
public record EngineDefinition<S, C, O>(
        String collection,
        Decider<S, C, O> decider,
        Translation<C, O> translation,
        StateCodec<S> stateCodec,
        Counters counters) {}
