package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param dueAt when its methods are to be confirmed; null for never */
public record StandingOfAccount(
        AggregateKey key,
        boolean administrator,
        Standing standing,
        @Nullable Instant dueAt) {}
