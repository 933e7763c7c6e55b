package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;

/** An account and since when it is to be ticked. */
public record DueAccount(AggregateKey key, Instant tickAt) {}
