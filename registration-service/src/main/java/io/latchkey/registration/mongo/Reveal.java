package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.MethodId;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody was shown a full value; never the value.
 *
 * @param by the caller's subject, in the tenant of the account
 */
public record Reveal(UUID id, AggregateKey account, MethodId method, String by, As as, Instant at, UUID correlationId) {

    /** By what right. */
    public enum As {
        PERSON,
        ADMINISTRATOR
    }
}
