package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.UUID;

/** What a record is to the engine, which decides how its repeats are recognised. */
public sealed interface Origin {

    /** Names the record as the cause of what follows. */
    UUID id();

    /**
     * A command, recognised by its id.
     *
     * @param exempt whether it does not count against the account's 256 portal commands in 24 hours
     */
    record Command(UUID id, boolean exempt) implements Origin {}

    /**
     * An upstream aggregate's event, recognised by its sequence. The upstream aggregate has the same key as this one.
     */
    record Event(UUID id, Instant epoch, long sequence) implements Origin {}

    /** A tick, or an event whose repeats the state recognises by itself. */
    record Unnumbered(UUID id) implements Origin {}
}
