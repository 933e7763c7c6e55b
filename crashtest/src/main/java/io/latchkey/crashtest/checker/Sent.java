package io.latchkey.crashtest.checker;

import java.util.UUID;

/**
 * What the driver sent, by its own ledger.
 *
 * @param commandId nil for what is no command
 * @param topic without the installation's prefix
 * @param value digest of the value
 * @param acknowledged whether the broker said that it has it
 */
public record Sent(Kind kind, UUID commandId, String topic, String key, String value, boolean acknowledged) {

    public static final UUID NO_COMMAND = new UUID(0, 0);

    public enum Kind {
        COMMAND,
        /** The same bytes once more. */
        COPY,
        /** Another content under an id that was used and answered. */
        REUSED_ID,
        /** What nobody can read. */
        GARBAGE
    }
}
