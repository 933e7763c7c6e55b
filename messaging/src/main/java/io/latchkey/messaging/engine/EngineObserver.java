package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;

/** Is told what an engine does, once per batch or rare event; for metrics. */
public interface EngineObserver {

    /** A round of a batch was decided, written and produced. */
    void delivered(int records, int outcomes);

    /** A record was recognised as a repeat and dropped. */
    void repeated(InputRecord record);

    void deadLettered(InputRecord record, DeadLetterReason reason);

    /** A decision threw: the fault is the service's. The exception's message may hold anything and must not be logged. */
    void failed(InputRecord record, RuntimeException failure);

    /** This many documents were written by somebody else in between and are decided again. */
    void lostRaces(int documents);

    /** So many compacted values were produced. */
    default void told(int values) {}

    /** A page was swept: so many documents visited, outcomes emitted that were stranded, and documents collected. */
    default void swept(int documents, int outcomes, int collected) {}

    /** The value of an aggregate could not be made, and stays as it was: the fault is the service's. */
    default void valueFailed(AggregateKey key, RuntimeException failure) {}
}
