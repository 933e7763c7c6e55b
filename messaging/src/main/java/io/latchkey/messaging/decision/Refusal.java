package io.latchkey.messaging.decision;

import java.time.Instant;
import java.util.UUID;

/** Why the engine refuses a command before it is decided. */
public sealed interface Refusal {

    /** The id was used before with other content. The reply names the conflict and answers no command. */
    record CommandIdReused(UUID conflictingCommandId) implements Refusal {}

    /** Too many portal commands of this account in 24 hours; may be retried from {@code retryAt} on. */
    record RateLimited(Instant retryAt) implements Refusal {}
}
